import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import classes from './Histogram.module.css';

export interface LimitHandleProps {
  kind: 'review' | 'reject';
  /** What a screen reader calls the limit. */
  name: string;
  /** What is written on the handle. */
  text: string;
  value: number;
  /** How far it can be moved. */
  min: number;
  max: number;
  /** From the left edge of the chart, in pixels. */
  x: number;
  /** On which side of the line the label stands. */
  side: 'start' | 'end';
  /** Pixels per unit of value. */
  scale: number;
  top: number;
  height: number;
  /** A line that cannot be moved without it. */
  onMove: ((value: number) => void) | undefined;
}

/** One keystroke; with Shift, or by page, the large one. */
const step = 0.01;
const largeStep = 0.1;

/** A vertical line over a chart that is moved by mouse, finger or arrow keys. */
export function LimitHandle(props: LimitHandleProps) {
  const { kind, name, text, value, min, max, x, side, scale, top, height, onMove } = props;
  const grabbed = useRef({ at: 0, value });
  const label = (
    <span className={classes.grip} data-side={side}>
      {text}
    </span>
  );
  const place = { left: x, top, height };
  if (onMove === undefined) {
    return (
      <div className={classes.handle} data-kind={kind} data-still style={place}>
        {label}
      </div>
    );
  }

  const moveTo = (wanted: number) => {
    // No digits from the binary fraction: what is shown is what is applied.
    onMove(Math.min(max, Math.max(min, Number(wanted.toFixed(2)))));
  };

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.shiftKey ? largeStep : step;
    const targets: Record<string, number> = {
      ArrowRight: value + by,
      ArrowUp: value + by,
      ArrowLeft: value - by,
      ArrowDown: value - by,
      PageUp: value + largeStep,
      PageDown: value - largeStep,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moveTo(target);
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbed.current = { at: event.clientX, value };
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    moveTo(grabbed.current.value + (event.clientX - grabbed.current.at) / scale);
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      className={classes.handle}
      data-kind={kind}
      aria-label={name}
      aria-orientation="horizontal"
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
      style={place}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
    >
      {label}
    </div>
  );
}
