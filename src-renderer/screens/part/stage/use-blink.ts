import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { isTyping } from '../../../app/shortcut.ts';

export interface Blink {
  /** Whether two pictures are being compared now. */
  readonly comparing: boolean;
  /** Whether the other one is seen. */
  readonly other: boolean;
  readonly reducedMotion: boolean;
}

/** Blinks by itself, or as long as B is held; those who asked their system for less motion only by holding the key. */
export function useBlink(blinking: boolean, rate: number): Blink {
  const reducedMotion = useReducedMotion();
  const [phase, setPhase] = useState(false);
  const held = useHeldKey('b');
  const running = blinking && !reducedMotion && !held;

  useEffect(() => {
    if (!running) return undefined;
    const timer = window.setInterval(() => setPhase((before) => !before), 1000 / rate);
    return () => window.clearInterval(timer);
  }, [rate, running]);

  return { comparing: held || running, other: held || (running && phase), reducedMotion };
}

function useHeldKey(key: string): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const onDown = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (event.key.toLowerCase() === key && plain && !isTyping(event.target)) setHeld(true);
    };
    const onUp = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === key) setHeld(false);
    };
    const onBlur = () => setHeld(false);
    window.addEventListener('keydown', onDown);
    window.addEventListener('keyup', onUp);
    window.addEventListener('blur', onBlur);
    return () => {
      window.removeEventListener('keydown', onDown);
      window.removeEventListener('keyup', onUp);
      window.removeEventListener('blur', onBlur);
    };
  }, [key]);
  return held;
}
