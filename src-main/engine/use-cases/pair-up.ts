/**
 * What belongs together by its place in two lists.
 *
 * @throws RangeError when the lists are not of one length
 */
export function pairUp<First, Second>(first: readonly First[], second: readonly Second[]): [First, Second][] {
  if (first.length !== second.length)
    throw new RangeError(`${first.length} and ${second.length} do not pair`);
  const others = second.values();
  return first.map((one) => [one, others.next().value as Second]);
}
