// The taut string in double or in single precision: T (f64 or f32) is what signal and solution are kept in. Running sums and
// slopes are in double precision whichever it is: the sum of a long signal outgrows what single precision tells apart.
//
// The funnel between the two sides of the tube has an anchor where they part, and a chain of points on each side. A point is
// added to a chain and left behind once, so that the time is proportional to the length. When the newest point of one side
// lies beyond the other side's first slope, the string is taut along that other side: the anchor moves there. The points
// that were on the first side do not come back, for the new one hides them from every point that the anchor passes.

/** Bytes that tautString needs to work with: both chains, and where they begin and end. */
export function tautStringScratch(length: i32): f64 {
  return 2 * (bytesOfPoint * <f64>length + 16);
}

/** @param out [length], may be the signal */
export function tautString64(
  signal: usize,
  length: i32,
  penalty: f64,
  out: usize,
  scratch: usize,
): void {
  pullTaut<f64>(signal, length, penalty, out, scratch);
}

/** As {@link tautString64}, of a signal in single precision. */
export function tautString32(
  signal: usize,
  length: i32,
  penalty: f64,
  out: usize,
  scratch: usize,
): void {
  pullTaut<f32>(signal, length, penalty, out, scratch);
}

/** Of a place and a height. */
const bytesOfPoint = 16;

/** Points beyond the anchor on one side of the tube; the last lies before the first where there is none. */
@unmanaged
class Chain {
  first: usize;
  last: usize;
}

/** Where the funnel begins. */
let anchorPlace: f64 = 0;
let anchorHeight: f64 = 0;

@inline
function pullTaut<T>(
  signal: usize,
  length: i32,
  penalty: f64,
  out: usize,
  scratch: usize,
): void {
  const upper = emptyChain(scratch);
  const lower = emptyChain(scratch + <usize>(tautStringScratch(length) / 2));
  anchorPlace = 0;
  anchorHeight = 0;
  let sum: f64 = 0;
  for (let i = 1; i <= length; i++) {
    sum += <f64>load<T>(signal);
    signal += sizeof<T>();
    const radius = i < length ? penalty : 0;
    add(upper, <f64>i, sum + radius, 1);
    if (upper.first == upper.last)
      while (lower.first <= lower.last && turn(lower.first, upper.first) < 0) follow<T>(lower, out);
    add(lower, <f64>i, sum - radius, -1);
    if (lower.first == lower.last)
      while (upper.first <= upper.last && turn(upper.first, lower.first) > 0) follow<T>(upper, out);
  }
  while (upper.first <= upper.last) follow<T>(upper, out);
}

function emptyChain(memory: usize): Chain {
  const chain = changetype<Chain>(memory);
  chain.first = memory + 16;
  chain.last = chain.first - bytesOfPoint;
  return chain;
}

/** Adds a point to a chain whose slopes rise (`bend` 1) or fall (-1); points that are then inside it go. */
@inline
function add(chain: Chain, place: f64, height: f64, bend: f64): void {
  const first = chain.first;
  let last = chain.last;
  while (last >= first) {
    const isFirst = last == first;
    const beforePlace = isFirst ? anchorPlace : f64.load(last - bytesOfPoint);
    const beforeHeight = isFirst ? anchorHeight : f64.load(last - bytesOfPoint, 8);
    const lastPlace = f64.load(last);
    const lastHeight = f64.load(last, 8);
    const turned =
      (height - lastHeight) * (lastPlace - beforePlace) - (lastHeight - beforeHeight) * (place - lastPlace);
    if (!(bend * turned <= 0)) break;
    last -= bytesOfPoint;
  }
  last += bytesOfPoint;
  f64.store(last, place);
  f64.store(last, height, 8);
  chain.last = last;
}

/** Positive where the slope from the anchor to point b is larger than to point a. */
@inline
function turn(a: usize, b: usize): f64 {
  return (
    (f64.load(b, 8) - anchorHeight) * (f64.load(a) - anchorPlace) -
    (f64.load(a, 8) - anchorHeight) * (f64.load(b) - anchorPlace)
  );
}

/** Moves the anchor to the first point of a chain; the solution between is the slope between. */
@inline
function follow<T>(chain: Chain, out: usize): void {
  const place = f64.load(chain.first);
  const height = f64.load(chain.first, 8);
  chain.first += bytesOfPoint;
  const value = <T>((height - anchorHeight) / (place - anchorPlace));
  const end = out + <usize>place * sizeof<T>();
  for (let at = out + <usize>anchorPlace * sizeof<T>(); at < end; at += sizeof<T>()) store<T>(at, value);
  anchorPlace = place;
  anchorHeight = height;
}
