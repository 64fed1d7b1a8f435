import { Button, Group, Text } from '@mantine/core';
import { IconVectorBezier2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Recipe } from '../../../../src-shared/domain/recipe.ts';
import { useNavigation } from '../../../app/navigation.ts';

/** Where parts are looked at, with the way to where that is drawn. */
export function RegionsSummary({ regions }: { regions: Recipe['regions'] }) {
  const { t } = useTranslation('learn');
  const { open } = useNavigation();
  const { inspect, ignore } = regions;
  const texts = [
    inspect.length === 0 ? t('form.wholeImage') : t('form.inspectRegions', { count: inspect.length }),
    ...(ignore.length === 0 ? [] : [t('form.ignoreRegions', { count: ignore.length })]),
  ];
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text>{texts.join(' · ')}</Text>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconVectorBezier2 size={16} aria-hidden />}
        onClick={() => open('images', { view: 'regions' })}
      >
        {t('form.editRegions')}
      </Button>
    </Group>
  );
}
