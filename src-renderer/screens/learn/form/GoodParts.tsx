import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconTags } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ImageThumbnail } from '../../../components/ImageThumbnail.tsx';
import { Problem } from '../../../components/Problem.tsx';
import { useEngine } from '../../../app/engine.ts';
import { useNavigation } from '../../../app/navigation.ts';
import classes from './GoodParts.module.css';
import { readinessOf } from './readiness.ts';

const thumbnails = 14;

interface GoodPartsProps {
  /** To learn from. */
  count: number;
  /** Good parts that are kept for testing. */
  kept: number;
  otherSizes: number;
}

/** Which images the next model is learnt from, and whether they are enough. */
export function GoodParts({ count, kept, otherSizes }: GoodPartsProps) {
  const { t } = useTranslation('learn');
  const { orpc } = useEngine();
  const { open } = useNavigation();
  const good = useQuery(orpc.images.list.queryOptions({ input: { labels: ['good'], limit: thumbnails } }));
  if (good.error !== null) return <Problem error={good.error} retry={() => void good.refetch()} />;
  if (good.data === undefined) return <Skeleton h={64} aria-hidden />;
  const { rows } = good.data;
  const readiness = readinessOf(count);
  const toImages = (
    <Button
      variant={readiness === 'none' ? 'filled' : 'default'}
      size="xs"
      leftSection={<IconTags size={16} aria-hidden />}
      onClick={() => open('images')}
    >
      {t('form.label')}
    </Button>
  );
  return (
    <Stack gap="sm">
      {count > 0 && (
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{t('form.good', { count })}</Text>
          {toImages}
        </Group>
      )}
      {rows.length > 0 && (
        <div className={classes.strip}>
          {rows.map(({ id, name }) => (
            <ImageThumbnail key={id} imageId={id} alt={name} side={96} className={classes.thumbnail} />
          ))}
        </div>
      )}
      {kept > 0 && (
        <Text size="sm" c="dimmed">
          {t('form.kept', { count: kept })}
        </Text>
      )}
      {readiness !== 'enough' && (
        <Alert
          color={readiness === 'few' ? 'blue' : 'yellow'}
          icon={readiness === 'few' ? <IconInfoCircle aria-hidden /> : <IconAlertTriangle aria-hidden />}
          title={t(`form.${readiness}.title`)}
        >
          <Stack gap="sm" align="flex-start">
            <Text size="sm">{t(`form.${readiness}.text`)}</Text>
            {readiness === 'none' && toImages}
          </Stack>
        </Alert>
      )}
      {otherSizes > 0 && (
        <Text size="sm" c="dimmed">
          {t('form.otherSizes', { count: otherSizes })}
        </Text>
      )}
    </Stack>
  );
}
