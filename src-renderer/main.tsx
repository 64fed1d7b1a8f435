import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { StrictMode } from 'react';
import { config } from 'zod';
import { App } from './app/App.tsx';
import { connectByPort, connectBySocket } from './app/connection.ts';
import { nativeShell } from './app/native-shell.ts';
import { createEngine } from './app/engine.ts';
import { startTexts, systemLanguage } from './i18n/i18n.ts';
import { screens } from './screens/index.ts';

// The content security policy forbids code from strings, which zod would write for speed.
config({ jitless: true });

const native = nativeShell();
const engine = createEngine(native === null ? connectBySocket() : connectByPort());
const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the window.');

await startTexts(systemLanguage());
createRoot(place).render(
  <StrictMode>
    <App engine={engine} native={native} screens={screens} />
  </StrictMode>,
);
