import { Button } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandRegistry } from '../../app/commands.ts';
import { useEngine } from '../../app/engine.ts';
import { LoadingLines } from '../../components/Loading.tsx';
import { Problem } from '../../components/Problem.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Contents } from './Contents.tsx';
import { Guide } from './Guide.tsx';
import { GuideSearch } from './GuideSearch.tsx';
import classes from './HelpScreen.module.css';

/** The user guide, with its contents beside it. */
export function HelpScreen() {
  const { t, i18n } = useTranslation('help');
  const { orpc } = useEngine();
  const registry = useCommandRegistry();
  const [article, setArticle] = useState<HTMLElement | null>(null);
  const guide = useQuery(
    orpc.host.guide.queryOptions({
      input: { language: i18n.language === 'ja' ? 'ja' : 'en' },
      staleTime: Infinity,
    }),
  );
  return (
    <ScreenFrame
      flush
      title={t('title')}
      subtitle={t('top')}
      actions={
        <>
          <GuideSearch article={article} />
          <Button
            variant="default"
            leftSection={<IconKeyboard aria-hidden size={17} />}
            onClick={() => registry.run('help.shortcuts')}
          >
            {t('shortcuts')}
          </Button>
        </>
      }
    >
      {guide.isPending && <LoadingLines lines={10} />}
      {guide.isError && (
        <div className={classes.problem}>
          <Problem error={guide.error} retry={() => void guide.refetch()} />
        </div>
      )}
      {guide.isSuccess && (
        <div className={classes.columns}>
          <Contents article={article} />
          <Guide key={guide.data.markdown} markdown={guide.data.markdown} onShown={setArticle} />
        </div>
      )}
    </ScreenFrame>
  );
}
