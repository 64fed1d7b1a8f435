import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import i18next from 'i18next';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';

export interface ErrorBoundaryProps {
  children: ReactNode;
  /** Another value is another attempt: the screen that is shown. */
  attempt?: string;
}

interface ErrorBoundaryState {
  failed: boolean;
  attempt: string | undefined;
}

/** Holds an error in the drawing of a screen, so that the rest of the window stays of use. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, attempt: this.props.attempt };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps(
    { attempt }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return attempt === state.attempt ? null : { failed: false, attempt };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState
        icon={IconMoodSad}
        title={i18next.t('crash.title')}
        text={i18next.t('crash.text')}
        actions={<Button onClick={() => window.location.reload()}>{i18next.t('action.reload')}</Button>}
      />
    );
  }
}
