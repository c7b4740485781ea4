import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
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

/** A line of a list: a name and its figure, and under them in small what there is to say. */
export function FigureLine({
  name,
  figure,
  notes,
}: {
  readonly name: string;
  readonly figure: string;
  readonly notes: readonly string[];
}): ReactNode {
  const styles = useStyles();
  return (
    <li>
      <div className={styles.line}>
        <span>{name}</span>
        <span>{figure}</span>
      </div>
      {notes.map((note) => (
        <div key={note} className={styles.quiet}>
          {note}
        </div>
      ))}
    </li>
  );
}
