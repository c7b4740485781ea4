import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import { monthsOf } from '#domain/calendar/period.ts';
import { type Fen, addFen, NO_FEN } from '#domain/money/fen.ts';
import type { Window } from '#domain/rebate/window.ts';
import { useSpeech } from '../speech.tsx';
import { tierWords } from './tier-words.ts';

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    padding: tokens.spacingHorizontalM,
    border: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  name: { flexGrow: 1 },
  sum: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  list: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingHorizontalM}`,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
});

/**
 * Windows that are over: with the cards of the open ones they add up to the total, and where they
 * do not, what was not paid afterwards is said.
 */
export function ClosedWindows({
  windows,
  rest,
}: {
  readonly windows: readonly Window[];
  /** The total less the sum of all windows, see `beyondWindows`. */
  readonly rest: Fen;
}): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words, yuan } = speech;
  const [open, setOpen] = useState(false);
  const panel = useId();
  if (windows.length === 0 && rest === 0) return null;
  return (
    <section className={styles.root} aria-label={words.closed.title}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        <span className={styles.name}>{words.closed.count(windows.length)}</span>
        <span className={styles.sum}>{yuan(addFen(sumOf(windows), rest))}</span>
      </button>
      <ul id={panel} hidden={!open} className={open ? styles.list : undefined}>
        {open &&
          windows.map((window) => (
            <li key={window.id}>
              <div className={styles.line}>
                <span>{`${window.component.name} ${window.period.label}`}</span>
                <span>{yuan(window.rebate)}</span>
              </div>
              <div className={styles.quiet}>
                {[monthsOf(window.period), tierWords(speech, window, window.tier)].join(' · ')}
              </div>
              {window.reason && <div className={styles.quiet}>{speech.say(window.reason)}</div>}
            </li>
          ))}
        {open && rest !== 0 && (
          <li>
            <div className={styles.line}>
              <span>{words.closed.rest}</span>
              <span>{yuan(rest)}</span>
            </div>
            <div className={styles.quiet}>{words.closed.why}</div>
          </li>
        )}
      </ul>
    </section>
  );
}

const sumOf = (windows: readonly Window[]): Fen =>
  windows.reduce((sum, { rebate }) => addFen(sum, rebate), NO_FEN);
