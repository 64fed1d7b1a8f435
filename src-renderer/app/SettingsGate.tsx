import { Center, Loader, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { UnitsContext } from '../i18n/format.ts';
import { changeLanguage, systemLanguage } from '../i18n/i18n.ts';
import { useEngine } from './engine.ts';
import { useSettings } from './settings.ts';

/** Milliseconds after which waiting for the engine is explained. */
const patience = 8000;

/** Brings language, theme and units as the person set them, and waits until they are known before anything is shown. */
export function SettingsGate({ children }: { children: ReactNode }) {
  const { orpc } = useEngine();
  const { isPending } = useQuery(orpc.settings.get.queryOptions({ staleTime: Infinity }));
  const { settings } = useSettings();
  const { setColorScheme } = useMantineColorScheme();
  const { i18n } = useTranslation();
  const language = settings.language === 'system' ? systemLanguage() : settings.language;

  useEffect(() => {
    if (!isPending) void changeLanguage(language);
  }, [isPending, language]);
  useEffect(() => {
    if (!isPending) setColorScheme(settings.theme === 'system' ? 'auto' : settings.theme);
  }, [isPending, setColorScheme, settings.theme]);

  const millimetresPerPixel = settings.lengthUnit === 'mm' ? settings.millimetresPerPixel : null;
  const units = useMemo(() => ({ millimetresPerPixel }), [millimetresPerPixel]);
  if (isPending || i18n.language !== language) return <Starting />;
  return <UnitsContext value={units}>{children}</UnitsContext>;
}

function Starting() {
  const { t } = useTranslation('common');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), patience);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <Center component="main" h="100%">
      <Stack align="center" gap="sm" role="status" maw={420}>
        <Loader size="sm" aria-hidden />
        <Text>{t('engine.starting')}</Text>
        {long && (
          <Text c="dimmed" ta="center">
            {t('engine.startingLong')}
          </Text>
        )}
      </Stack>
    </Center>
  );
}
