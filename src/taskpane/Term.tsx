import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

const useStyles = makeStyles({
  root: { position: 'relative', display: 'inline-block' },
  term: {
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    cursor: 'help',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
    textUnderlineOffset: tokens.strokeWidthThicker,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusSmall,
    },
  },
  sentence: {
    position: 'absolute',
    zIndex: 10,
    top: '100%',
    marginTop: tokens.spacingVerticalXS,
    boxSizing: 'border-box',
    width: '15rem',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'normal',
  },
});

/**
 * A word that says what it means: its sentence opens on the pointer, on focus and on a press, and
 * goes with Escape. Heard as the button's description whether open or not. The terms of a pane are
 * one stop of the Tab key together.
 */
export function Term({
  word,
  meaning,
}: {
  readonly word: string;
  readonly meaning: string;
}): ReactNode {
  const styles = useStyles();
  const [shift, setShift] = useState<number | null>(null);
  const root = useRef<HTMLSpanElement>(null);
  const described = useId();
  const open = (): void => setShift(shiftInside(root.current));
  const close = (): void => setShift(null);
  useEffect(() => {
    const pane = termsRoot(root.current);
    settleStop(pane);
    return () => settleStop(pane);
  }, []);
  return (
    <span ref={root} className={styles.root} onMouseEnter={open} onMouseLeave={close}>
      <button
        type="button"
        className={styles.term}
        aria-describedby={described}
        data-term
        tabIndex={-1}
        onFocus={(event) => {
          makeStop(event.currentTarget, termsRoot(event.currentTarget));
          open();
        }}
        onBlur={close}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          else if (moveByArrow(event.key, event.currentTarget)) event.preventDefault();
        }}
      >
        {word}
      </button>
      <span
        id={described}
        role="tooltip"
        hidden={shift === null}
        className={styles.sentence}
        style={{ left: shift ?? 0 }}
      >
        {meaning}
      </span>
    </span>
  );
}

const WIDTH = 240;

const MARGIN = 8;

/** How far to the left of its word the sentence has to begin to stay inside the pane, in pixels. */
function shiftInside(word: HTMLElement | null): number {
  const pane = word?.closest('main')?.getBoundingClientRect();
  if (!word || !pane) return 0;
  return Math.min(0, pane.right - MARGIN - WIDTH - word.getBoundingClientRect().left);
}

/**
 * All terms of the pane are one stop of the Tab key: arrows go from term to term, so that nobody
 * has to pass a dozen words on the way to the next button.
 */
const TERM = 'button[data-term]';

const termsRoot = (term: Element | null): Element => term?.closest('main') ?? document.body;

const termsIn = (root: Element): readonly HTMLButtonElement[] => [
  ...root.querySelectorAll<HTMLButtonElement>(TERM),
];

/** One term takes the Tab key: the one that had it, else the first. */
function settleStop(root: Element): void {
  const terms = termsIn(root);
  const stop = terms.find(({ tabIndex }) => tabIndex === 0) ?? terms[0];
  if (stop !== undefined) makeStop(stop, root);
}

function makeStop(stop: HTMLButtonElement, root: Element): void {
  for (const term of termsIn(root)) term.tabIndex = term === stop ? 0 : -1;
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

/** Says whether the key was an arrow; the focus is then on the next term, round and round. */
function moveByArrow(key: string, from: HTMLButtonElement): boolean {
  const step = STEPS.get(key);
  if (step === undefined) return false;
  const terms = termsIn(termsRoot(from));
  const next = terms[(terms.indexOf(from) + step + terms.length) % terms.length];
  next?.focus();
  return true;
}
