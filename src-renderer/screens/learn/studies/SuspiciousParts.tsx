import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconEyeSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelDetail } from '../../../../src-shared/contract/models.ts';
import { useEngine } from '../../../app/engine.ts';
import { notifyDone, notifyError } from '../../../app/errors.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useUndo } from '../../../app/undo.ts';
import { ImageThumbnail } from '../../../components/ImageThumbnail.tsx';
import { useFormat } from '../../../i18n/format.ts';
import classes from './SuspiciousParts.module.css';

/** Good parts of a model that the others cannot explain, to look at and to leave out. */
export function SuspiciousParts({ model }: { model: ModelDetail }) {
  const { t } = useTranslation('study');
  const { client, orpc } = useEngine();
  const { open } = useNavigation();
  const queryClient = useQueryClient();
  const undo = useUndo();
  const format = useFormat();
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const suspicious = model.images.filter((image) => image.suspicious);
  if (suspicious.length === 0) return null;

  const label = async (imageId: number, isOut: boolean) => {
    await client.images.setLabels({ labels: [{ id: imageId, label: isOut ? null : 'good' }] });
    setLeftOut((before) => {
      const after = new Set(before);
      if (isOut) after.add(imageId);
      else after.delete(imageId);
      return after;
    });
    await queryClient.invalidateQueries({ queryKey: orpc.images.key() });
    await queryClient.invalidateQueries({ queryKey: orpc.recipes.key() });
  };
  const leaveOut = (imageId: number, name: string) => {
    label(imageId, true)
      .then(() => {
        undo.push({
          label: t('suspicious.undoLabel', { name }),
          undo: () => label(imageId, false),
          redo: () => label(imageId, true),
        });
        notifyDone(t('suspicious.leftOut', { name }));
      })
      .catch(notifyError);
  };

  return (
    <Alert
      variant="default"
      icon={<IconEyeSearch aria-hidden />}
      title={t('suspicious.title', { count: suspicious.length })}
    >
      <Stack gap="sm">
        <Text size="sm">{t('suspicious.text')}</Text>
        <ul className={classes.parts}>
          {suspicious.map(({ imageId, name, heldOutScore }) => (
            <li key={imageId}>
              <ImageThumbnail imageId={imageId} side={192} alt={name} className={classes.thumbnail} />
              <div className={classes.words}>
                <Text size="sm" fw={550} truncate>
                  {name}
                </Text>
                {heldOutScore !== null && (
                  <Text size="xs" className="tabular">
                    {t('suspicious.score', { score: format.fixed(heldOutScore, 2) })}
                  </Text>
                )}
                {leftOut.has(imageId) ? (
                  <Text size="xs">{t('suspicious.isOut')}</Text>
                ) : (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('suspicious.leaveOutName', { name })}
                    onClick={() => leaveOut(imageId, name)}
                  >
                    {t('suspicious.leaveOut')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
        {leftOut.size > 0 && (
          <Group>
            <Button size="xs" onClick={() => open('learn', {})}>
              {t('suspicious.learnAgain')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
