import { InvalidArgumentError } from 'commander';

/** A whole number within a range. */
export function integer(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

/** A length that a pixel may have. */
export function millimetres(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value <= 1000) return value;
  throw new InvalidArgumentError('It must be a number above 0 and not above 1000.');
}

export function quantity(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('It must be a number.');
}

/** A share that can be asked for, such as that of good parts that may be rejected. */
export function rate(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0.0001 && value <= 0.5) return value;
  throw new InvalidArgumentError('It must be a number from 0.0001 to 0.5.');
}
