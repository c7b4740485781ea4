import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { Term } from './Term.tsx';

const useStyles = makeStyles({
  figure: {
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  pair: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  value: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  unseen: {
    position: 'absolute',
    width: tokens.strokeWidthThin,
    height: tokens.strokeWidthThin,
    margin: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  whole: { whiteSpace: 'nowrap' },
});

/** "-¥500.00" in a text: a line may end behind a hyphen, and the amount below would say more. */
const SIGNED = /([+-]¥[\d,]+(?:\.\d+)?)/;

/** A text in which no sign is parted from its amount. */
export function Amounts({ text }: { readonly text: string }): ReactNode {
  const styles = useStyles();
  return text.split(SIGNED).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className={styles.whole}>
        {part}
      </span>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}

/** A sentence whose figures stand out: what is between `**` is set in the figure's weight. */
export function Sentence({ text }: { readonly text: string }): ReactNode {
  const styles = useStyles();
  return text.split('**').map((part, index) =>
    index % 2 === 1 ? (
      <strong key={index} className={styles.figure}>
        {part}
      </strong>
    ) : (
      <Amounts key={index} text={part} />
    ),
  );
}

/** Words for those who hear the page: for everyone else the layout says it. */
export function Unseen({
  as: Tag = 'span',
  children,
}: {
  readonly as?: 'span' | 'h1';
  readonly children: ReactNode;
}): ReactNode {
  return <Tag className={useStyles().unseen}>{children}</Tag>;
}

/** A small label over its figure; `meaning` is what the label's word stands for, in a sentence. */
export function Figure({
  label,
  meaning,
  value,
  strong = false,
}: {
  readonly label: string;
  readonly meaning?: string;
  readonly value: ReactNode;
  readonly strong?: boolean;
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.pair}>
      <dt className={styles.label}>
        {meaning === undefined ? label : <Term word={label} meaning={meaning} />}
      </dt>
      <dd className={mergeClasses(styles.value, strong && styles.strong)} style={NO_MARGIN}>
        {value}
      </dd>
    </div>
  );
}

const NO_MARGIN = { margin: 0 } as const;
