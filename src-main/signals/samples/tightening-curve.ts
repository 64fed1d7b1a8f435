import { createRandom } from '../../numerics/random/generator.ts';
import type { Random } from '../../numerics/random/generator.ts';

/** What can go wrong when a screw is tightened. */
export const tighteningFaults = ['cross-thread', 'stripped', 'slip-stick', 'dropout'] as const;
export type TighteningFault = (typeof tighteningFaults)[number];

/** One screw, sampled evenly. */
export interface TighteningCurve {
  /** Seconds. */
  readonly interval: number;
  /** [samples] newton metres, degrees, amperes. */
  readonly torque: Float64Array;
  readonly angle: Float64Array;
  readonly current: Float64Array;
  /** Samples between which a fault shows; null for a good screw. */
  readonly faulty: { readonly from: number; readonly to: number } | null;
}

const interval = 0.002;
const finalTorque = 8;
const noise = 0.03;
/** Degrees per sample while the screw runs in. */
const turning = 3.6;
/** Samples in which the tool lets go. */
const release = 12;

/**
 * A believable tightening: run-in against the friction of the thread, which ripples once a turn; the head comes to rest
 * (snug); torque rises to its final value, is held and let go. Friction, lengths and the moment of rest vary from screw to
 * screw.
 */
export function tighteningCurve(seed: number, label: string, fault: TighteningFault | null): TighteningCurve {
  const random = createRandom(seed, `signals/tightening/${label}`);
  const friction = 0.5 + 0.05 * random.normal();
  const ripple = 0.06 + 0.01 * random.normal();
  const phase = 2 * Math.PI * random.uniform();
  const snug = 250 + Math.round(5 * random.normal());
  const rise = 170 + Math.round(4 * random.normal());
  const hold = 40;
  const samples = snug + rise + hold + 60;
  const reached = finalTorque + 0.08 * random.normal();

  const angle = new Float64Array(samples);
  const torque = new Float64Array(samples);
  for (let i = 0; i < samples; i++) {
    const progress = Math.min(1, Math.max(0, (i - snug) / rise));
    const released = i >= snug + rise + hold;
    const letGo = Math.min(1, Math.max(0, (i - snug - rise - hold) / release));
    angle[i] = (angle[i - 1] ?? 0) + turning * (released || progress >= 1 ? 0 : 1 - 0.8 * progress);
    // Parts settle before they stretch: the rise begins gently.
    const clamping = reached * progress ** 1.2;
    const thread = friction + ripple * Math.sin((angle[i]! * Math.PI) / 180 + phase);
    torque[i] = Math.max(clamping, thread) * (1 - letGo);
  }
  const faulty = fault === null ? null : spoil(torque, fault, { snug, rise, hold }, random);
  for (let i = 0; i < samples; i++) torque[i]! += noise * random.normal();
  const current = torque.map((value) => 0.4 + 0.55 * Math.max(0, value) + 0.02 * random.normal());
  return { interval, torque, angle, current, faulty };
}

interface Phases {
  readonly snug: number;
  readonly rise: number;
  /** Samples at the final torque. */
  readonly hold: number;
}

/** Changes a torque curve. @returns where */
function spoil(
  torque: Float64Array,
  fault: TighteningFault,
  { snug, rise, hold }: Phases,
  random: Random,
): { from: number; to: number } {
  switch (fault) {
    case 'cross-thread': {
      // The thread cuts itself a way: far too much torque long before the head rests.
      const from = Math.round(snug * (0.3 + 0.2 * random.uniform()));
      for (let i = from; i < snug; i++) {
        const way = (i - from) / (snug - from);
        torque[i]! += 1.8 * Math.sqrt(way) + 0.25 * Math.sin(i / 4) * way;
      }
      return { from, to: snug };
    }
    case 'stripped': {
      // The thread gives way before the final torque is reached.
      const from = snug + Math.round(rise * (0.5 + 0.2 * random.uniform()));
      const to = snug + rise + hold + release;
      const reached = torque[from]!;
      for (let i = from; i < to; i++) {
        const lost = 1 - Math.exp(-(i - from) / 15);
        const left = Math.min(1, (to - i) / release);
        torque[i] = left * (reached * (1 - 0.65 * lost) + 0.15 * Math.sin(i / 3));
      }
      return { from, to };
    }
    case 'slip-stick': {
      // The head sticks and slips: torque builds up and breaks off several times.
      const from = snug + Math.round(rise * 0.35);
      const to = snug + Math.round(rise * 0.85);
      for (let i = from; i < to; i++) torque[i]! += 0.7 * (((i - from) % 12) / 12 - 0.5);
      return { from, to };
    }
    case 'dropout': {
      // A loose contact of the sensor.
      const from = snug + Math.round(rise * (0.3 + 0.4 * random.uniform()));
      const to = from + 6;
      torque.fill(0, from, to);
      return { from, to };
    }
  }
}
