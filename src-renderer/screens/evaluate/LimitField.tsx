import { NumberInput } from '@mantine/core';
import { useState } from 'react';

export interface LimitFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  onMove: (value: number) => void;
}

const step = 0.01;

/** The exact value of a limit. What is half typed may lie beyond its bounds: it counts once it lies within. */
export function LimitField({ label, value, min, max, onMove }: LimitFieldProps) {
  const [typed, setTyped] = useState<string | number | null>(null);
  return (
    <NumberInput
      label={label}
      value={typed ?? value}
      min={min}
      max={max}
      clampBehavior="none"
      step={step}
      decimalScale={2}
      fixedDecimalScale={typed === null}
      onChange={(next) => {
        setTyped(next);
        if (typeof next === 'number' && next >= min && next <= max) onMove(next);
      }}
      onBlur={() => {
        if (typeof typed === 'number') onMove(Math.min(max, Math.max(min, typed)));
        setTyped(null);
      }}
    />
  );
}
