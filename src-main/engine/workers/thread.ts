import { Detector } from '../../detection/detector.ts';
import type { DetectionModel } from '../../detection/model.ts';
import { decodeGreyFile } from '../../imaging/decode/decode-picture.ts';
import type { GreyPicture } from '../../imaging/decode/decode-picture.ts';
import { readImageFile } from '../../imaging/decode/read-image-file.ts';
import { threadKernels } from './kernels.ts';
import { Resident } from './resident.ts';

// What the tasks of one worker thread share.

export const kernels = threadKernels();
export const resident = new Resident(kernels);

/** What identifies a file's contents and shape. */
export interface ImageFacts {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 8 | 16;
}

/** A model as it travels to the workers: `key` is the same exactly when the model is. */
export interface SharedModel {
  readonly key: string;
  readonly model: DetectionModel;
}

/** @param tinted also the tints of a file in colour */
export async function load(path: string, tinted = false): Promise<{ facts: ImageFacts; grey: GreyPicture }> {
  const file = await readImageFile(path);
  const grey = await decodeGreyFile(file, { tinted });
  const { width, height, bitDepth } = grey;
  return { facts: { path, sha256: file.sha256, sizeBytes: file.sizeBytes, width, height, bitDepth }, grey };
}

/** Whether a model looks at colours. */
export const isColour = ({ model }: SharedModel): boolean => model.tints !== null;

export const detector = ({ key, model }: SharedModel) =>
  resident.get(`model ${key}`, 'detector', () => new Detector(kernels, model));
