/** Constant pieces, straight ones, or parabolas. */
export const signalMethods = ['steps', 'trend', 'quadraticTrend'] as const;
export type SignalMethod = (typeof signalMethods)[number];

/** Encodings of text that files of signals come in. */
export const encodingNames = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'windows-1252'] as const;
export type EncodingName = (typeof encodingNames)[number];

/** What stands between two cells; any number of blanks counts as one. */
export const separators = [',', ';', '\t', '|', ' '] as const;
export type Separator = (typeof separators)[number];

/** The column of a file that counts time evenly. */
export interface SignalTime {
  readonly name: string;
  readonly unit: string | null;
  /** From one row to the next, in that unit. */
  readonly interval: number;
}

/** What is unlike good signals in a place: the shape, which cannot be rebuilt, or the level, which is too high or too low. */
export const signalFaults = ['shape', 'high', 'low'] as const;
export type SignalFault = (typeof signalFaults)[number];
