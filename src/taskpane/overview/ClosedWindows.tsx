import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { monthsOf } from '#domain/calendar/period.ts';
import { type Fen, addFen, NO_FEN } from '#domain/money/fen.ts';
import type { Window } from '#domain/rebate/window.ts';
import { FigureLine } from '../FigureLine.tsx';
import { FoldButton } from '../FoldButton.tsx';
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
      <FoldButton className={styles.toggle} open={open} panel={panel} onFold={setOpen}>
        <span className={styles.name}>{words.closed.count(windows.length)}</span>
        <span className={styles.sum}>{yuan(addFen(sumOf(windows), rest))}</span>
      </FoldButton>
      <ul id={panel} hidden={!open} className={open ? styles.list : undefined}>
        {open &&
          windows.map((window) => (
            <FigureLine
              key={window.id}
              name={`${window.component.name} ${window.period.label}`}
              figure={yuan(window.rebate)}
              notes={[
                [monthsOf(window.period), tierWords(speech, window, window.tier)].join(' · '),
                ...(window.reason ? [speech.say(window.reason)] : []),
              ]}
            />
          ))}
        {open && rest !== 0 && (
          <FigureLine name={words.closed.rest} figure={yuan(rest)} notes={[words.closed.why]} />
        )}
      </ul>
    </section>
  );
}

const sumOf = (windows: readonly Window[]): Fen =>
  windows.reduce((sum, { rebate }) => addFen(sum, rebate), NO_FEN);
