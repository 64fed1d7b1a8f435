/** Local time to the minute, largest unit first. */
export const moment = (iso: string) => new Date(iso).toLocaleString('sv-SE').slice(0, 16);
