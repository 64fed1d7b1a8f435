import { useReducedMotion } from '@mantine/hooks';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultDetail } from '../../../src-shared/contract/results.ts';
import type { DefectRegion } from '../../../src-shared/domain/region.ts';
import { notifyDone } from '../../app/errors.ts';
import { useProject } from '../../app/project.ts';
import { LabelBadge } from '../../components/LabelBadge.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { createValueStore } from '../../viewer/value-store.ts';
import { ViewStore } from '../../viewer/view-store.ts';
import type { Point } from '../../viewer/viewport.ts';
import { useDisplay } from './display.ts';
import { useExplanation } from './explain/use-explanation.ts';
import { FindingsPanel } from './panel/FindingsPanel.tsx';
import type { FindingsTab } from './panel/FindingsPanel.tsx';
import classes from './PartScreen.module.css';
import { regionThreshold } from './region-threshold.ts';
import { shownPicture } from './shown-picture.ts';
import { HeatMapStrip } from './stage/HeatMapStrip.tsx';
import { PartStage } from './stage/PartStage.tsx';
import { PartToolbar } from './stage/PartToolbar.tsx';
import { ReadOut } from './stage/ReadOut.tsx';
import { useBlink } from './stage/use-blink.ts';
import { usePartCommands } from './use-part-commands.ts';
import { usePartMap } from './use-part-map.ts';
import { useTeach } from './verdict/use-teach.tsx';
import { useVerdict } from './verdict/use-verdict.ts';
import type { VerdictDecision } from './verdict/use-verdict.ts';
import { VerdictBar } from './verdict/VerdictBar.tsx';
import type { Walk } from './walk/use-walk.ts';
import { WalkSteps } from './walk/WalkSteps.tsx';

/** What the person has pointed at on one part; another part begins anew. */
interface Focus {
  readonly resultId: number;
  readonly at: Point | null;
  readonly region: DefectRegion | null;
  readonly tab: FindingsTab;
  readonly comment: string | null;
}

/** The picture on the left, what was found and the person's verdict on the right. */
export function PartDesk({ detail, walk }: { detail: ResultDetail; walk: Walk }) {
  const { t } = useTranslation(['part', 'common']);
  const [display, change] = useDisplay();
  const view = useView(detail);
  const blink = useBlink(display.blinking, display.blinkRate);
  const shown = shownPicture(display.layer, blink.comparing, blink.other);
  const [pointer] = useState(() => createValueStore<Point | null>(null));
  const commentField = useRef<HTMLInputElement>(null);
  const { summary } = useProject();
  const readOnly = summary?.readOnly ?? false;

  const fresh: Focus = { resultId: detail.id, at: null, region: null, tab: 'regions', comment: null };
  const [kept, setFocus] = useState(fresh);
  const focus = kept.resultId === detail.id ? kept : fresh;
  const refocus = (part: Partial<Focus>) => setFocus({ ...focus, ...part });

  const { data: evidence } = usePartMap('evidence', detail.id, true);
  const outlineLimit = useMemo(
    () => (evidence === undefined ? null : regionThreshold(evidence, detail.regions, detail.imageSize)),
    [detail, evidence],
  );
  const limit = display.limit ?? outlineLimit ?? detail.limits.review;
  const explanation = useExplanation(detail.id, focus.at);

  const giveVerdict = useVerdict(detail, walk.go);
  const comment = focus.comment ?? detail.verdict?.comment ?? '';
  const onVerdict = (decision: VerdictDecision | null) => {
    if (readOnly) return;
    giveVerdict(decision, comment);
    if (decision === null || !display.advance) return;
    if (walk.next === null) notifyDone(t('part:lastPart'));
    else walk.go(walk.next);
  };
  const onCommentDone = () => {
    const { verdict } = detail;
    if (focus.comment !== null && verdict !== null && verdict.comment !== focus.comment)
      giveVerdict(verdict.decision, focus.comment);
  };
  const { teach, teaching } = useTeach(detail);

  const pick = (at: Point) => {
    const inside = ({ box }: DefectRegion) =>
      at.x >= box.x && at.y >= box.y && at.x < box.x + box.width && at.y < box.y + box.height;
    refocus({ at, region: detail.regions.find(inside) ?? null, tab: 'place' });
  };
  const choose = (region: DefectRegion) => {
    view.showArea(region.box);
    refocus({ at: { x: region.peak.x, y: region.peak.y }, region });
  };
  usePartCommands({
    detail,
    view,
    display,
    change,
    onVerdict,
    readOnly,
    teach,
    focusComment: () => commentField.current?.focus(),
  });

  return (
    <ScreenFrame
      title={detail.name}
      subtitle={<LabelBadge label={detail.label} />}
      actions={<WalkSteps walk={walk} />}
      flush
    >
      <div className={classes.desk}>
        <div className={classes.picture}>
          <PartToolbar
            display={display}
            change={change}
            view={view}
            shown={shown}
            comparing={blink.comparing}
            reducedMotion={blink.reducedMotion}
          />
          <PartStage
            detail={detail}
            view={view}
            display={display}
            shown={shown}
            limit={limit}
            outlineLimit={outlineLimit}
            chosen={focus.region}
            picked={focus.at === null ? null : { at: focus.at, box: explanation.data?.box ?? null }}
            pointer={pointer}
            onPick={pick}
          />
          <HeatMapStrip display={display} change={change} limit={limit} />
          <ReadOut detail={detail} pointer={pointer} />
        </div>
        <div className={classes.panel}>
          <FindingsPanel
            detail={detail}
            tab={focus.tab}
            onTab={(tab) => refocus({ tab })}
            region={focus.region}
            onRegion={choose}
            at={focus.at}
            explanation={explanation}
            limit={outlineLimit ?? detail.limits.review}
          />
          <VerdictBar
            detail={detail}
            comment={comment}
            onComment={(text) => refocus({ comment: text })}
            onCommentDone={onCommentDone}
            commentField={commentField}
            onVerdict={onVerdict}
            advance={display.advance}
            onAdvance={(advance) => change({ advance })}
            onTeach={teach}
            teaching={teaching}
            readOnly={readOnly}
          />
        </div>
      </div>
    </ScreenFrame>
  );
}

/** The same view for pictures of the same size, so that one place is compared from part to part. */
function useView({ imageSize: { width, height } }: ResultDetail): ViewStore {
  const reducedMotion = useReducedMotion();
  return useMemo(
    () => new ViewStore({ width, height }, { animate: !reducedMotion }),
    [height, reducedMotion, width],
  );
}
