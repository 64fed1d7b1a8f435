/** An answer that says why there is nothing to see. */
export function refusal(status: number, text: string) {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    body: `${text}\n`,
  };
}
