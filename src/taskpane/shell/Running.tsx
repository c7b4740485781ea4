import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { RunProgress } from '../pane-state.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalXL,
  },
  step: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  rows: {
    display: 'flex',
    justifyContent: 'space-between',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  cancel: { alignSelf: 'flex-start' },
});

/** What the run is doing, how far it is, and the way out. */
export function Running({
  progress,
  onCancel,
}: {
  readonly progress: RunProgress;
  readonly onCancel: () => void;
}): ReactNode {
  const styles = useStyles();
  const { words, count } = useSpeech();
  const seconds = useElapsed();
  const { done, total, step, stopping } = progress;
  const value = total !== null && total > 0 ? { value: Math.min(done / total, 1) } : {};
  return (
    <div className={styles.root}>
      <p className={styles.step} role="status">
        {stopping ? words.running.stopping : words.running[step]}
      </p>
      <ProgressBar {...value} aria-label={words.running[step]} />
      <div className={styles.rows} data-testid="progress">
        <span>
          {done > 0 ? words.running.rows(count(done), total === null ? null : count(total)) : ''}
        </span>
        <span>{words.running.seconds(seconds)}</span>
      </div>
      <Button
        className={styles.cancel}
        disabledFocusable={stopping}
        title={stopping ? words.running.stopping : undefined}
        onClick={onCancel}
      >
        {words.actions.cancel}
      </Button>
      <p className={styles.quiet}>{words.running.keepWorking}</p>
    </div>
  );
}

const TICK_MS = 100;

/**
 * Seconds since the run began, "0.4": a sign of life also while the worker computes and has nothing
 * to count.
 */
function useElapsed(): string {
  const [tenths, setTenths] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTenths((before) => before + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
