import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src-main/detection/normal/calibration.ts';
import { cellEvidence, smoothEvidenceOf } from '../../../src-main/detection/normal/cell-evidence.ts';
import { evidenceOfPart, heatMap, partScore } from '../../../src-main/detection/normal/combine.ts';
import { threadKernels } from '../../../src-main/engine/workers/kernels.ts';
import { createRandom } from '../../../src-main/numerics/random/generator.ts';
import { predictiveExponent } from '../../../src-main/numerics/statistics/predictive-tail.ts';

const kernels = threadKernels();
const cells = { columns: 30, rows: 20, edge: 4 };
const random = createRandom(7, 'calibration');
const noise = () => Float32Array.from({ length: 600 }, () => Math.abs(random.normal()));
const everywhere = new Uint8Array(600).fill(1);
const goodPart = () => ({
  indicators: noise(),
  structure: noise(),
  material: noise(),
  rebuilding: noise(),
  tints: null,
  unseen: null,
});
const parts = Array.from({ length: 40 }, goodPart);
const { calibration, partScores } = calibrate(kernels, cells, parts, everywhere);

describe('calibration', () => {
  it('gives the good parts that it was learnt from scores as rare as they say', () => {
    const beyond = (score: number) => partScores.filter((value) => value >= score).length / partScores.length;
    expect(beyond(Math.log10(2))).toBeGreaterThan(0.3);
    expect(beyond(Math.log10(2))).toBeLessThan(0.7);
    expect(beyond(1)).toBeLessThan(0.25);
  });

  it('makes one pixel in ten exceed 1 and one in a hundred exceed 2 on good parts never seen', () => {
    const heats = Array.from({ length: 60 }, () => {
      const found = cellEvidence(goodPart(), calibration);
      return heatMap(calibration, smoothEvidenceOf(kernels, cells, found, everywhere), everywhere);
    });
    const all = heats.flatMap((heat) => [...heat]);
    const share = (level: number) => all.filter((value) => value >= level).length / all.length;
    expect(share(1)).toBeGreaterThan(0.07);
    expect(share(1)).toBeLessThan(0.13);
    expect(share(2)).toBeGreaterThan(0.005);
    expect(share(2)).toBeLessThan(0.02);
  });

  it('gives no evidence where nothing is inspected', () => {
    const inspected = everywhere.map((_, cell) => (cell % 30 < 15 ? 1 : 0));
    const distances = {
      indicators: noise().map((value, cell) => (cell % 30 >= 18 ? 50 : value)),
      structure: null,
      material: noise(),
      rebuilding: noise(),
      tints: null,
      unseen: null,
    };
    const found = cellEvidence(distances, calibration);
    const heat = heatMap(calibration, smoothEvidenceOf(kernels, cells, found, inspected), inspected);
    heat.forEach((value, cell) => {
      if (inspected[cell] === 0) expect(value).toBe(0);
    });
  });
});

describe('calibration of parts in colour', () => {
  const colourful = () => ({ ...goodPart(), tints: noise() });
  const { calibration } = calibrate(kernels, cells, Array.from({ length: 40 }, colourful), everywhere);
  const look = (change: (cell: number) => { brightness: number; tint: number }) => {
    const distances = colourful();
    for (let cell = 0; cell < 600; cell++) {
      distances.indicators[cell]! += change(cell).brightness;
      distances.tints[cell]! += change(cell).tint;
    }
    return smoothEvidenceOf(kernels, cells, cellEvidence(distances, calibration), everywhere);
  };
  const inside = (cell: number) => cell % 30 < 5 && cell < 150;
  const scoreOf = (maps: ReturnType<typeof look>) => partScore(calibration, evidenceOfPart(maps, everywhere));

  it('finds what is unusual in colour alone as well as what is unusual in brightness alone', () => {
    expect(scoreOf(look((cell) => ({ brightness: 0, tint: inside(cell) ? 3 : 0 })))).toBeGreaterThan(4);
    expect(scoreOf(look((cell) => ({ brightness: inside(cell) ? 5 : 0, tint: 0 })))).toBeGreaterThan(4);
  });

  it('rejects no more good parts for looking twice', () => {
    const scores = Array.from({ length: 200 }, () => scoreOf(look(() => ({ brightness: 0, tint: 0 }))));
    expect(scores.filter((score) => score >= 1).length / 200).toBeLessThan(0.14);
    const cellsBeyond = Array.from({ length: 40 }, () =>
      heatMap(
        calibration,
        look(() => ({ brightness: 0, tint: 0 })),
        everywhere,
      ),
    ).flatMap((heat) => [...heat].filter((value) => value >= 1));
    expect(cellsBeyond.length / (40 * 600)).toBeLessThan(0.13);
  });
});

describe('predictive tail', () => {
  it('is the Student t tail of the logarithm, widened for the sample size', () => {
    const tail = { mean: 0.5, deviation: 0.4, count: 10 };
    const t = (Math.log(3) - 0.5) / (0.4 * Math.sqrt(1.1));
    const density = (x: number) => (1 + (x * x) / 9) ** -5;
    let beyond = 0;
    let whole = 0;
    for (let x = -400; x < 400; x += 1e-3) {
      whole += density(x);
      if (x > t) beyond += density(x);
    }
    expect(predictiveExponent(tail, 3)).toBeCloseTo(-Math.log10(beyond / whole), 3);
  });

  it('grows with the observation, also far beyond all that was seen', () => {
    const tail = { mean: 0, deviation: 0.1, count: 60 };
    const exponents = [0.5, 1, 1.5, 2, 4, 100, 1e6].map((value) => predictiveExponent(tail, value));
    expect(exponents).toEqual([...exponents].sort((a, b) => a - b));
    expect(exponents.every(Number.isFinite)).toBe(true);
  });
});
