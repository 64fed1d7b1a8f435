import { Button, Text, TextInput, Toggle, Tooltip } from '@mantine/core';
import { IconArrowBarToRight, IconSchool, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RefObject } from 'react';
import type { ResultDetail, Verdict } from '../../../../src-shared/contract/results.ts';
import { KeyCaps } from '../../../components/KeyCaps.tsx';
import { verdictIcons } from '../../../components/VerdictBadge.tsx';
import { useFormat } from '../../../i18n/format.ts';
import type { VerdictDecision } from './use-verdict.ts';
import classes from './VerdictBar.module.css';

interface Props {
  readonly detail: ResultDetail;
  readonly comment: string;
  readonly onComment: (comment: string) => void;
  /** The person is done writing. */
  readonly onCommentDone: () => void;
  readonly commentField: RefObject<HTMLInputElement | null>;
  readonly onVerdict: (decision: VerdictDecision | null) => void;
  readonly advance: boolean;
  readonly onAdvance: (advance: boolean) => void;
  readonly onTeach: () => void;
  readonly teaching: boolean;
  readonly readOnly: boolean;
}

const decisions = [
  { decision: 'accept', keys: 'A' },
  { decision: 'reject', keys: 'R' },
  { decision: 'unsure', keys: 'U' },
] as const;

/** What the person says of the part. */
export function VerdictBar(props: Props) {
  const { detail, comment, onComment, onCommentDone, commentField, onVerdict, readOnly } = props;
  const { advance, onAdvance, onTeach, teaching } = props;
  const { t } = useTranslation('part');
  const { verdict } = detail;
  return (
    <section className={classes.bar} aria-label={t('verdict.label')}>
      <div className={classes.buttons}>
        {decisions.map(({ decision, keys }) => {
          const Icon = verdictIcons[decision];
          return (
            <Button
              key={decision}
              className={classes.verdict}
              data-verdict={decision}
              variant="default"
              px={5}
              disabled={readOnly}
              aria-pressed={verdict?.decision === decision}
              leftSection={<Icon size={16} aria-hidden />}
              rightSection={<KeyCaps keys={keys} />}
              onClick={() => onVerdict(decision)}
            >
              {t(`verdict.${decision}`)}
            </Button>
          );
        })}
      </div>
      {verdict !== null && <Given verdict={verdict} onTakeBack={() => onVerdict(null)} />}
      <TextInput
        ref={commentField}
        aria-label={t('verdict.comment')}
        placeholder={t('verdict.commentPlaceholder')}
        maxLength={2000}
        disabled={readOnly}
        value={comment}
        rightSection={<KeyCaps keys="C" />}
        onChange={(event) => onComment(event.currentTarget.value)}
        onBlur={onCommentDone}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div className={classes.foot}>
        <Tooltip label={`${t('teach.hint')} (G)`} multiline w={280}>
          <Button
            size="xs"
            variant="light"
            loading={teaching}
            disabled={readOnly}
            leftSection={<IconSchool size={16} aria-hidden />}
            onClick={onTeach}
          >
            {t('teach.action')}
          </Button>
        </Tooltip>
        <Toggle
          variant="light"
          autoWidth
          size="30px"
          px="xs"
          active={advance}
          aria-pressed={advance}
          onActiveChange={onAdvance}
          className={classes.advance}
        >
          <IconArrowBarToRight size={16} aria-hidden />
          <span>{t('verdict.advance')}</span>
        </Toggle>
      </div>
      {readOnly && (
        <Text size="xs" c="dimmed">
          {t('verdict.readOnly')}
        </Text>
      )}
    </section>
  );
}

function Given({ verdict, onTakeBack }: { verdict: Verdict; onTakeBack: () => void }) {
  const { t } = useTranslation('part');
  const format = useFormat();
  const time = format.date(verdict.at);
  return (
    <span className={classes.given}>
      <Text component="span" size="xs" c="dimmed" truncate>
        {verdict.by === '' ? t('verdict.somebody', { time }) : t('verdict.by', { name: verdict.by, time })}
      </Text>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={onTakeBack}
        aria-label={t('verdict.takeBack')}
      >
        <IconX size={14} aria-hidden />
      </Button>
    </span>
  );
}
