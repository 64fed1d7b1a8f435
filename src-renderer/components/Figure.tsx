import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

export interface FigureProps {
  name: string;
  value: ReactNode;
  /** Said under the value. */
  note?: ReactNode;
}

/** A number with its name: for rows of figures. */
export function Figure({ name, value, note }: FigureProps) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="lg" fw={600} className="tabular" component="div">
        {value}
      </Text>
      {note !== undefined && (
        <Text size="xs" c="dimmed" component="div">
          {note}
        </Text>
      )}
    </div>
  );
}
