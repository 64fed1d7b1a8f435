import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window. Its addresses are relative, so that the same files work over a custom protocol and over loopback. */
export default defineConfig({
  root: join(import.meta.dirname, 'src-renderer'),
  base: './',
  cacheDir: join(import.meta.dirname, '.cache', 'vite'),
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist', 'src-renderer'),
    emptyOutDir: true,
    // The oldest Chromium that the application is run on.
    target: 'chrome130',
    // The content security policy allows no inline script, so no polyfill is put into the page.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
