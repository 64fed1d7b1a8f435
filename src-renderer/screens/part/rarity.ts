/** How rarely good parts look like something, from -log10 of the false-alarm rate. */
type Rarity = { kind: 'common' } | { kind: 'about' | 'fewer'; parts: number };

/** Beyond this, a rate is extrapolated so far that its digits mean nothing. */
const rarestTold = 6;
/** What more than every other good part shows is nothing to count. */
const common = Math.log10(2);

export function rarityOf(evidence: number): Rarity {
  if (evidence < common) return { kind: 'common' };
  if (evidence > rarestTold) return { kind: 'fewer', parts: 10 ** rarestTold };
  return { kind: 'about', parts: Number((10 ** evidence).toPrecision(2)) };
}
