import type { ColourScale } from '../imaging/maps/heat-map.ts';

/**
 * The colours of every heat map, so that pictures can be compared: from one good cell in ten to one in a million, in
 * -log10 of the false-alarm rate.
 */
export const heatMapScale: ColourScale = { min: 1, max: 6, colourMap: 'inferno' };
