import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat } from './create-format.ts';
import type { Format, Units } from './create-format.ts';

export type { Format } from './create-format.ts';

/** The unit of lengths that the person chose in the settings. */
export const UnitsContext = createContext<Units>({ millimetresPerPixel: null });

/** Numbers, dates and quantities in the language and units of the window. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const units = useContext(UnitsContext);
  return formatFor(i18n.language, units);
}

let latest: { language: string; units: Units; format: Format } | null = null;

/** One for the whole window: a list has hundreds of components that use it. */
function formatFor(language: string, units: Units): Format {
  if (latest?.language !== language || latest.units !== units)
    latest = { language, units, format: createFormat(language, units) };
  return latest.format;
}
