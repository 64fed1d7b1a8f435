import { useMemo } from 'react';
import type { ResultDetail } from '../../../../src-shared/contract/results.ts';
import type { DefectRegion } from '../../../../src-shared/domain/region.ts';
import { contourIn } from '../../../viewer/contour.ts';
import { paintOutlines, paintPlace } from '../../../viewer/marks.ts';
import type { Painter } from '../../../viewer/painter.ts';
import type { PickedPlace } from '../explain/use-explanation.ts';
import { usePartMap } from '../use-part-map.ts';

interface Options {
  readonly detail: ResultDetail;
  /** The evidence that the outlines follow. */
  readonly outlineLimit: number | null;
  readonly shown: boolean;
  readonly chosen: DefectRegion | null;
  readonly picked: PickedPlace | null;
}

/** Outlines of the regions, and the place that is explained. */
export function useMarkPainters({
  detail,
  outlineLimit,
  shown,
  chosen,
  picked,
}: Options): readonly Painter[] {
  const { data: evidence } = usePartMap('evidence', detail.id, true);
  const outlines = useMemo(
    () =>
      detail.regions.map((region) => ({
        number: region.rank,
        box: region.box,
        rings:
          evidence === undefined || outlineLimit === null
            ? []
            : contourIn(evidence, outlineLimit, region.box, detail.imageSize),
      })),
    [detail, evidence, outlineLimit],
  );
  return useMemo(() => {
    const painters: Painter[] = [];
    if (shown)
      painters.push(paintOutlines(outlines.map((one) => ({ ...one, chosen: one.number === chosen?.rank }))));
    if (picked !== null) painters.push(paintPlace(picked.at, picked.box));
    return painters;
  }, [chosen, outlines, picked, shown]);
}
