/** Where a text occurs, any case. Places do not reach from one piece of text into the next. */
export function findPlaces(text: string, wanted: string): number[] {
  const needle = wanted.trim().toLowerCase();
  if (needle === '') return [];
  const hay = text.toLowerCase();
  const places: number[] = [];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) places.push(at);
  return places;
}
