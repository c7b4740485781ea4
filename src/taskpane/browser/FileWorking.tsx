import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { HowFar, useEscape } from '../shell/Running.tsx';
import { useSpeech } from '../speech.tsx';
import type { OpenBook } from './open-book.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flexShrink: 0, margin: 0, fontSize: tokens.fontSizeBase200 },
  far: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    flexGrow: 1,
    minWidth: 0,
    maxWidth: '30rem',
    fontSize: tokens.fontSizeBase200,
  },
  button: { flexShrink: 0, marginLeft: 'auto' },
});

/** A file that is there in a moment shows nothing: what comes and goes at once only blinks. */
const SHOWN_AFTER_MS = 300;

/** What is done with the file, how far it is, and the way out. */
export function FileWorking({
  kind,
  book,
}: {
  readonly kind: NonNullable<OpenBook['working']>;
  readonly book: Pick<OpenBook, 'done' | 'stop'>;
}): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  useEscape(book.stop);
  if (!isShown) return null;
  return (
    <div className={styles.root}>
      <p className={styles.text} role="status">
        {words.browser[kind]}
      </p>
      <div className={styles.far}>
        <HowFar step={kind} {...book.done} label={words.browser[kind]} />
      </div>
      <Button size="small" className={styles.button} onClick={book.stop}>
        {words.actions.cancel}
      </Button>
    </div>
  );
}
