import {
  interpolateCividis,
  interpolateInferno,
  interpolateMagma,
  interpolateViridis,
} from 'd3-scale-chromatic';

/** Perceptually uniform: equal steps of value look equally large, also in grey and to most colour-blind people. */
export const colourMapNames = ['inferno', 'magma', 'viridis', 'cividis'] as const;
export type ColourMapName = (typeof colourMapNames)[number];

const interpolators: Readonly<Record<ColourMapName, (t: number) => string>> = {
  inferno: interpolateInferno,
  magma: interpolateMagma,
  viridis: interpolateViridis,
  cividis: interpolateCividis,
};

/** Colours of a table from its low end to its high end. */
export const tableLength = 256;

const tables = new Map<ColourMapName, Uint8Array>();

/** 256 colours from low to high, three bytes each (red, green, blue; sRGB). */
export function colourTable(name: ColourMapName): Uint8Array {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const colours = Array.from({ length: tableLength }, (_, i) => interpolators[name](i / (tableLength - 1)));
  const table = Uint8Array.from(colours.flatMap(parseColour));
  tables.set(name, table);
  return table;
}

/** `count` (at least 2) evenly spaced colours of the map from low to high, as '#rrggbb'. */
export function colourStops(name: ColourMapName, count: number): string[] {
  const table = colourTable(name);
  return Array.from({ length: count }, (_, i) => {
    const entry = Math.round((i / (count - 1)) * (tableLength - 1));
    return `#${Buffer.from(table.subarray(3 * entry, 3 * entry + 3)).toString('hex')}`;
  });
}

/** '#rrggbb' or 'rgb(r, g, b)', which are the two ways the scales write a colour. */
function parseColour(colour: string): number[] {
  if (colour.startsWith('#')) return [...Buffer.from(colour.slice(1), 'hex')];
  return (colour.match(/\d+/g) ?? []).map(Number);
}
