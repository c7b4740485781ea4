import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isShare } from '#facts/run.ts';
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
  const { words } = useSpeech();
  const { step, stopping } = progress;
  const cannot = step === 'rewrite' ? words.running.rewrite : null;
  const reason = stopping ? words.running.stopping : cannot;
  useEscape(reason === null ? onCancel : null);
  return (
    <div className={styles.root}>
      <p className={styles.step} role="status">
        {stopping ? words.running.stopping : words.running[step]}
      </p>
      <HowFar {...progress} label={words.running[step]} />
      <Button
        className={styles.cancel}
        disabledFocusable={reason !== null}
        title={reason ?? undefined}
        onClick={onCancel}
      >
        {words.actions.cancel}
      </Button>
      <p className={styles.quiet}>{words.running.keepWorking}</p>
    </div>
  );
}

/** A bar, what is done of what, and the seconds. */
export function HowFar({
  step,
  done,
  total,
  label,
}: Pick<RunProgress, 'done' | 'total'> & {
  readonly step: string;
  readonly label: string;
}): ReactNode {
  const styles = useStyles();
  const { words, count } = useSpeech();
  const seconds = useElapsed();
  const share = total !== null && total > 0 ? Math.min(done / total, 1) : null;
  const rows = words.running.rows(count(done), total === null ? null : count(total));
  const said = isShare(step) ? words.running.share(String(Math.floor((share ?? 0) * 100))) : rows;
  return (
    <>
      <ProgressBar {...(share === null ? {} : { value: share })} aria-label={label} />
      <div className={styles.rows} data-testid="progress">
        <span>{done > 0 ? said : ''}</span>
        <span>{words.running.seconds(seconds)}</span>
      </div>
    </>
  );
}

/** Where Escape already means something. */
const OWN_ESCAPE = 'input, textarea, [contenteditable], [role=menu], [role=dialog], canvas';

/** Escape anywhere on the page does it; null: nothing. */
export function useEscape(act: (() => void) | null): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isTaken = event.target instanceof Element && event.target.closest(OWN_ESCAPE) !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !isTaken) latest.current?.();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
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
