import { NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../app/settings.ts';
import { Setting, SettingsSection } from './Setting.tsx';
import { useDraft } from './use-draft.ts';

export function InspectionSettings() {
  const { t } = useTranslation('settings');
  const { settings, update } = useSettings();
  const operator = useDraft(settings.operator, (name) => update({ operator: name.trim() }));
  const pixelSize = useDraft<number | string>(settings.millimetresPerPixel ?? '', (size) => {
    if (typeof size === 'number' && isPixelSize(size)) update({ millimetresPerPixel: size });
  });
  const inMillimetres = settings.lengthUnit === 'mm';
  const wrong = pixelSize.draft !== '' && !isPixelSize(Number(pixelSize.draft));
  return (
    <SettingsSection title={t('inspection.title')}>
      <Setting name={t('inspection.operator')} text={t('inspection.operatorText')}>
        {(label) => (
          <TextInput
            {...label}
            placeholder={t('inspection.operatorEmpty')}
            maxLength={200}
            value={operator.draft}
            onChange={(event) => operator.setDraft(event.currentTarget.value)}
            onBlur={operator.commit}
            onKeyDown={(event) => event.key === 'Enter' && operator.commit()}
          />
        )}
      </Setting>
      <Setting name={t('inspection.unit')} text={t('inspection.unitText')}>
        {(label) => (
          <SegmentedControl
            {...label}
            fullWidth
            size="xs"
            data={[
              { value: 'px', label: t('inspection.pixels') },
              { value: 'mm', label: t('inspection.millimetres') },
            ]}
            value={settings.lengthUnit}
            onChange={(lengthUnit) => update({ lengthUnit })}
          />
        )}
      </Setting>
      {inMillimetres && (
        <Setting name={t('inspection.pixelSize')} text={t('inspection.pixelSizeText')}>
          {(label) => (
            <NumberInput
              {...label}
              hideControls
              decimalScale={6}
              placeholder="0.05"
              value={pixelSize.draft}
              error={wrong && t('inspection.pixelSizeInvalid')}
              onChange={pixelSize.setDraft}
              onBlur={pixelSize.commit}
              onKeyDown={(event) => event.key === 'Enter' && pixelSize.commit()}
            />
          )}
        </Setting>
      )}
    </SettingsSection>
  );
}

function isPixelSize(size: number): boolean {
  return size > 0 && size <= 1000;
}
