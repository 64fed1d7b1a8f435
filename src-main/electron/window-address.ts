/** The window is served under a scheme of its own: it is no file, and no site on the network. */
export const windowScheme = 'sparsight';
const host = 'window';
export const windowOrigin = `${windowScheme}://${host}`;
export const windowUrl = `${windowOrigin}/index.html`;

/** Whether an address belongs to the window itself. */
export function isOfWindow(address: string): boolean {
  return (
    URL.canParse(address) &&
    new URL(address).protocol === `${windowScheme}:` &&
    new URL(address).host === host
  );
}
