import {
  interpolateCividis,
  interpolateInferno,
  interpolateMagma,
  interpolateViridis,
} from 'd3-scale-chromatic';

/** Perceptually uniform: equal steps of evidence look equally large, in grey and to colour-blind eyes too. */
export const colourMapNames = ['inferno', 'viridis', 'magma', 'cividis'] as const;
type ColourMapName = (typeof colourMapNames)[number];

const interpolators: Record<ColourMapName, (t: number) => string> = {
  inferno: interpolateInferno,
  viridis: interpolateViridis,
  magma: interpolateMagma,
  cividis: interpolateCividis,
};

export const tableLength = 256;

/** [tableLength x 3] red, green, blue from the lowest to the highest value, 0 to 255. */
export type ColourTable = Uint8ClampedArray;

export function colourTable(name: ColourMapName): ColourTable {
  const table = new Uint8ClampedArray(tableLength * 3);
  for (let i = 0; i < tableLength; i++)
    table.set(parseColour(interpolators[name](i / (tableLength - 1))), i * 3);
  return table;
}

/** A table from black to white: how a grey picture is shown. */
export function greyTable(): ColourTable {
  return Uint8ClampedArray.from({ length: tableLength * 3 }, (_, i) => Math.floor(i / 3));
}

/** A CSS gradient of a colour map, from left to right. */
export function cssGradient(name: ColourMapName, stops = 24): string {
  const colours = Array.from({ length: stops }, (_, i) => interpolators[name](i / (stops - 1)));
  return `linear-gradient(to right, ${colours.join(', ')})`;
}

/** The library writes some maps as #rrggbb and some as rgb(r, g, b). */
function parseColour(text: string): [number, number, number] {
  const hex = /^#(..)(..)(..)$/.exec(text);
  const parts =
    hex?.slice(1).map((part) => Number.parseInt(part, 16)) ?? text.match(/\d+/g)?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0] = parts;
  return [red, green, blue];
}
