import type { DetectionStudy, Pod } from '../../src-shared/domain/study.ts';

/** A kind of defect with its contrast, if it has one. */
export const podName = ({ kind, contrast }: Pick<Pod, 'kind' | 'contrast'>) =>
  contrast === null ? kind : `${kind}, ${contrast}`;

/** A size in millimetres where the size of a pixel is known, in pixels otherwise. */
export function sizeText(
  size: number,
  { millimetresPerPixel }: Pick<DetectionStudy, 'millimetresPerPixel'>,
): string {
  return millimetresPerPixel === null
    ? `${size.toFixed(1)} px`
    : `${(size * millimetresPerPixel).toFixed(2)} mm`;
}
