import { Button, NumberInput } from '@mantine/core';
import { IconZoomScan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../app/commands.ts';
import { changeSession, useSignalsSession } from './signals-session.ts';
import classes from './SignalsScreen.module.css';

/** Windows of fewer samples have no shape, and longer ones are no detail; the engine takes no others. */
const windows = { least: 8, most: 512 };

/** How many good parts may be rejected by mistake, and how long the stretches are that are compared. */
export function InspectionSettingsForm({ column }: { column: string }) {
  const { t } = useTranslation(['signals', 'common']);
  const { settings } = useSignalsSession();
  const run = () => changeSession({ asked: { ...settings, column } });
  useCommands([
    {
      id: 'signals.run',
      title: t('inspect.commands.run'),
      keys: 'mod+Enter',
      section: t('common:section.screen'),
      run,
    },
  ]);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <NumberInput
        label={t('inspect.falseRejects')}
        w={200}
        suffix="%"
        min={0.01}
        max={50}
        step={0.5}
        decimalScale={2}
        clampBehavior="blur"
        value={Number((100 * settings.falseRejectRate).toFixed(2))}
        onChange={(value) => {
          if (typeof value === 'number' && value >= 0.01 && value <= 50)
            changeSession({ settings: { ...settings, falseRejectRate: value / 100 } });
        }}
      />
      <NumberInput
        label={t('inspect.windowLength')}
        w={200}
        placeholder={t('inspect.windowFound')}
        suffix={t('inspect.windowUnit')}
        min={windows.least}
        max={windows.most}
        allowDecimal={false}
        clampBehavior="blur"
        value={settings.windowLength ?? ''}
        onChange={(value) => {
          if (value === '') changeSession({ settings: { ...settings, windowLength: null } });
          else if (typeof value === 'number' && value >= windows.least && value <= windows.most)
            changeSession({ settings: { ...settings, windowLength: value } });
        }}
      />
      <Button type="submit" leftSection={<IconZoomScan aria-hidden size={17} />}>
        {t('inspect.run')}
      </Button>
    </form>
  );
}
