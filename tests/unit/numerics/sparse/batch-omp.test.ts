import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { F32, Kernels } from '../../../../src-main/numerics/kernels/kernels.ts';
import { createRandom } from '../../../../src-main/numerics/random/generator.ts';
import { referenceBatchOmp } from '../../../../src-main/numerics/reference/batch-omp.ts';
import { gramMatrix, innerProduct, residualOf } from '../../../../src-main/numerics/reference/linear-maps.ts';
import {
  batchOmp,
  createCodes,
  prepareDictionary,
  type BatchOmpStopping,
} from '../../../../src-main/numerics/sparse/batch-omp.ts';
import { loadKernels } from '../kernels/load-kernels.ts';
import { randomAtoms, rowsOf } from './planted.ts';

interface Code {
  indices: number[];
  coefficients: number[];
  residualEnergy: number;
}

const kernels = loadKernels();

function encode(
  atoms: Float32Array,
  dimension: number,
  signals: ArrayLike<number>,
  stopping: BatchOmpStopping,
  on: Kernels = kernels,
): Code[] {
  return on.scoped(() => {
    const dictionary = prepareDictionary(on, atoms, { atomCount: atoms.length / dimension, dimension });
    const count = signals.length / dimension;
    const region: F32 = on.copyF32(signals);
    const codes = createCodes(on, Math.max(count, 1), stopping.nonzeros);
    batchOmp(on, dictionary, region, count, stopping, codes);
    return Array.from({ length: count }, (_, i) => {
      const start = i * stopping.nonzeros;
      const size = codes.sizes.view[i]!;
      expect(Array.from(codes.indices.view.subarray(start + size, start + stopping.nonzeros))).toEqual(
        Array<number>(stopping.nonzeros - size).fill(-1),
      );
      return {
        indices: Array.from(codes.indices.view.subarray(start, start + size)),
        coefficients: Array.from(codes.coefficients.view.subarray(start, start + size)),
        residualEnergy: codes.residualEnergy.view[i]!,
      };
    });
  });
}

function randomSignals(seed: number, length: number): Float32Array {
  const random = createRandom(seed, 'signals');
  return Float32Array.from({ length }, () => random.normal());
}

/** Support and coefficients of the planted code, the atoms far enough apart for greedy recovery. */
function plant(seed: number, atoms: Float32Array, dimension: number, size: number) {
  const random = createRandom(seed, 'support');
  const support = new Map<number, number>();
  while (support.size < size)
    support.set(
      random.integer(atoms.length / dimension),
      (1 + random.uniform()) * (random.uniform() < 0.5 ? -1 : 1),
    );
  const signal = new Float64Array(dimension);
  for (const [k, coefficient] of support)
    signal.forEach((_, i) => {
      signal[i]! += coefficient * atoms[k * dimension + i]!;
    });
  return { support, signal };
}

describe('Batch-OMP', () => {
  it.each([
    { dimension: 64, atomCount: 128, nonzeros: 4 },
    { dimension: 49, atomCount: 99, nonzeros: 5 },
    { dimension: 3, atomCount: 7, nonzeros: 2 },
    { dimension: 1, atomCount: 1, nonzeros: 1 },
    { dimension: 144, atomCount: 130, nonzeros: 13 },
  ])(
    'agrees with the double-precision reference for $atomCount atoms of $dimension values, $nonzeros non-zeros',
    ({ dimension, atomCount, nonzeros }) => {
      const atoms = randomAtoms(createRandom(1), atomCount, dimension);
      const signals = randomSignals(2, 37 * dimension);
      const stopping = { nonzeros, errorTarget: 0 };
      const codes = encode(atoms, dimension, signals, stopping);
      const reference = { atoms: rowsOf(atoms, dimension) };
      const gram = gramMatrix(reference);
      rowsOf(signals, dimension).forEach((signal, i) => {
        const expected = referenceBatchOmp(reference, signal, stopping, gram);
        expect(codes[i]!.indices).toEqual(expected.indices);
        codes[i]!.coefficients.forEach((value, j) => {
          expect(Math.abs(value - expected.coefficients[j]!)).toBeLessThan(1e-4);
        });
        const energy = innerProduct(signal, signal);
        expect(Math.abs(codes[i]!.residualEnergy - expected.residualEnergy)).toBeLessThan(1e-6 * energy);
      });
    },
  );

  it('recovers planted supports and coefficients exactly', () => {
    const dimension = 128;
    const atoms = randomAtoms(createRandom(3), 160, dimension);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 4 }), (seed, size) => {
        const { support, signal } = plant(seed, atoms, dimension, size);
        const code = encode(atoms, dimension, signal, { nonzeros: size, errorTarget: 0 })[0]!;
        expect(new Set(code.indices)).toEqual(new Set(support.keys()));
        code.indices.forEach((k, j) => {
          expect(code.coefficients[j]).toBeCloseTo(support.get(k)!, 5);
        });
        expect(code.residualEnergy).toBeLessThan(1e-10);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('takes no further atoms once the signal is explained', () => {
    const dimension = 128;
    const atoms = randomAtoms(createRandom(3), 160, dimension);
    const { support, signal } = plant(5, atoms, dimension, 3);
    const code = encode(atoms, dimension, signal, { nonzeros: 10, errorTarget: 1e-8 })[0]!;
    expect(new Set(code.indices)).toEqual(new Set(support.keys()));
  });

  it('leaves a residual orthogonal to every chosen atom', () => {
    const dimension = 64;
    const atoms = randomAtoms(createRandom(4), 128, dimension);
    const reference = { atoms: rowsOf(atoms, dimension) };
    const signals = randomSignals(5, 200 * dimension);
    const codes = encode(atoms, dimension, signals, { nonzeros: 6, errorTarget: 0 });
    rowsOf(signals, dimension).forEach((signal, i) => {
      const { indices, coefficients } = codes[i]!;
      const residual = residualOf(reference, signal, indices, coefficients);
      const norm = Math.sqrt(innerProduct(signal, signal));
      for (const k of indices)
        expect(Math.abs(innerProduct(reference.atoms[k]!, residual))).toBeLessThan(2e-6 * norm);
    });
  });

  it('reports the energy of the residual that its coefficients leave, however small', () => {
    const dimension = 64;
    const atoms = randomAtoms(createRandom(4), 128, dimension);
    const reference = { atoms: rowsOf(atoms, dimension) };
    const noise = randomSignals(6, 50 * dimension);
    const signals = Float32Array.from(noise, (value, i) => {
      const { signal } = plant(Math.floor(i / dimension), atoms, dimension, 2);
      return signal[i % dimension]! + 1e-3 * value;
    });
    const codes = encode(atoms, dimension, signals, { nonzeros: 4, errorTarget: 0 });
    rowsOf(signals, dimension).forEach((signal, i) => {
      const { indices, coefficients, residualEnergy } = codes[i]!;
      const residual = residualOf(reference, signal, indices, coefficients);
      const energy = innerProduct(residual, residual);
      expect(Math.abs(residualEnergy - energy)).toBeLessThan(1e-3 * energy);
    });
  });

  it('takes as many atoms as the error target asks for and no more', () => {
    const dimension = 64;
    const atoms = randomAtoms(createRandom(8), 128, dimension);
    const signals = randomSignals(9, 100 * dimension);
    const errorTarget = 12;
    const stopping = { nonzeros: 20, errorTarget };
    const codes = encode(atoms, dimension, signals, stopping);
    const reference = { atoms: rowsOf(atoms, dimension) };
    const gram = gramMatrix(reference);
    rowsOf(signals, dimension).forEach((signal, i) => {
      const expected = referenceBatchOmp(reference, signal, stopping, gram);
      expect(codes[i]!.indices).toEqual(expected.indices);
      if (expected.indices.length < 20)
        expect(codes[i]!.residualEnergy).toBeLessThanOrEqual(errorTarget + 1e-4);
    });
    expect(new Set(codes.map((code) => code.indices.length)).size).toBeGreaterThan(2);
  });

  it('gives a zero signal, and one already within the error target, an empty code', () => {
    const atoms = randomAtoms(createRandom(8), 16, 4);
    const [zero, faint] = encode(atoms, 4, [0, 0, 0, 0, 0.1, 0.1, 0.1, 0.1], {
      nonzeros: 3,
      errorTarget: 0.05,
    });
    expect(zero).toEqual({ indices: [], coefficients: [], residualEnergy: 0 });
    expect(faint!.indices).toEqual([]);
    expect(faint!.residualEnergy).toBeCloseTo(0.04, 6);
  });

  it('gives a signal that is not finite an empty code, and codes its neighbours as ever', () => {
    const atoms = randomAtoms(createRandom(8), 16, 4);
    const stopping = { nonzeros: 2, errorTarget: 0 };
    const signals = randomSignals(10, 12);
    const clean = encode(atoms, 4, signals, stopping);
    signals[5] = NaN;
    const [before, broken, after] = encode(atoms, 4, signals, stopping);
    expect(broken).toEqual({ indices: [], coefficients: [], residualEnergy: NaN });
    expect([before, after]).toEqual([clean[0], clean[2]]);
    signals[5] = Infinity;
    expect(encode(atoms, 4, signals, stopping)[1]).toEqual({
      indices: [],
      coefficients: [],
      residualEnergy: Infinity,
    });
  });

  it('never takes an atom twice nor a copy of one it has', () => {
    const dimension = 8;
    const single = randomAtoms(createRandom(11), 4, dimension);
    const atoms = new Float32Array([...single, ...single]);
    const codes = encode(atoms, dimension, randomSignals(12, 50 * dimension), {
      nonzeros: 8,
      errorTarget: 0,
    });
    for (const { indices, coefficients } of codes) {
      expect(new Set(indices.map((k) => k % 4)).size).toBe(indices.length);
      expect(indices.every((k) => k < 4)).toBe(true);
      expect(coefficients.every(Number.isFinite)).toBe(true);
    }
  });

  it('codes each signal alike, wherever it stands among others and on whichever kernels', () => {
    const dimension = 64;
    const atoms = randomAtoms(createRandom(13), 128, dimension);
    const signals = randomSignals(14, 71 * dimension);
    const stopping = { nonzeros: 4, errorTarget: 0 };
    const together = encode(atoms, dimension, signals, stopping);
    expect(encode(atoms, dimension, signals, stopping, loadKernels())).toEqual(together);
    for (const i of [0, 33, 70])
      expect(
        encode(atoms, dimension, signals.subarray(i * dimension, (i + 1) * dimension), stopping),
      ).toEqual([together[i]]);
  });

  it('codes many scales of brightness alike', () => {
    const dimension = 16;
    const atoms = randomAtoms(createRandom(15), 32, dimension);
    const signal = randomSignals(16, dimension);
    const stopping = { nonzeros: 3, errorTarget: 0 };
    const [code] = encode(atoms, dimension, signal, stopping);
    for (const scale of [2 ** -30, 2 ** 20]) {
      const [scaled] = encode(
        atoms,
        dimension,
        signal.map((value) => value * scale),
        stopping,
      );
      expect(scaled!.indices).toEqual(code!.indices);
      expect(scaled!.coefficients).toEqual(code!.coefficients.map((value) => value * scale));
    }
  });

  it('refuses atoms that are not of unit norm and shapes that do not fit', () => {
    const atoms = randomAtoms(createRandom(17), 6, 4);
    expect(() => prepareDictionary(kernels, atoms, { atomCount: 5, dimension: 4 })).toThrow(RangeError);
    expect(() =>
      prepareDictionary(
        kernels,
        atoms.map((v) => v * 1.01),
        { atomCount: 6, dimension: 4 },
      ),
    ).toThrow(/norm/);
    expect(() => prepareDictionary(kernels, atoms.fill(NaN, 0, 1), { atomCount: 6, dimension: 4 })).toThrow(
      /norm/,
    );
    const dictionary = prepareDictionary(kernels, randomAtoms(createRandom(17), 6, 4), {
      atomCount: 6,
      dimension: 4,
    });
    const codes = createCodes(kernels, 2, 3);
    const signals = kernels.f32(12);
    const code = (count: number, nonzeros: number, errorTarget: number) => () => {
      batchOmp(kernels, dictionary, signals, count, { nonzeros, errorTarget }, codes);
    };
    expect(code(3, 3, 0)).toThrow(RangeError);
    expect(code(2, 4, 0)).toThrow(RangeError);
    expect(code(2, 0, 0)).toThrow(RangeError);
    expect(code(2, 3, -1)).toThrow(RangeError);
    expect(code(-1, 3, 0)).toThrow(RangeError);
    expect(code(2, 3, 0)).not.toThrow();
  });
});
