import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import type { AnalysisView, ShownAdvice } from '#application/analyze/analysis-view.ts';
import { UNLIKELY, isUnlikely } from '#domain/decision/action-list.ts';
import type { OrderLine } from '#application/analyze/order-line.ts';
import { Amounts, Figure, Sentence } from '../figures.tsx';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightRegular,
  },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(5.5rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  orders: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  order: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    fontVariantNumeric: 'tabular-nums',
  },
  is: { flexGrow: 1, color: tokens.colorNeutralForeground3 },
  toggle: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    alignSelf: 'flex-start',
  },
  why: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  label: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
});

const SHOWN_ORDERS = 3;

/**
 * One piece of advice: what, what it brings and costs, how likely, which orders; "why" opens the
 * arithmetic.
 */
export function AdviceCard({
  advice,
  isInstead,
  orders,
  onShow,
}: {
  readonly advice: ShownAdvice;
  /** Another way to what the card above it reaches. */
  readonly isInstead: boolean;
  readonly orders: AnalysisView['orders'];
  readonly onShow: (sheet: string, row: number) => void;
}): ReactNode {
  const styles = useStyles();
  const { words, yuan, chance, say, count } = useSpeech();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const lines = advice.orders.flatMap((index) => orders.get(index) ?? []);
  return (
    <article className={styles.card}>
      {isUnlikely(advice) && <p className={styles.label}>{say(UNLIKELY)}</p>}
      {isInstead && <p className={styles.label}>{words.advice.instead}</p>}
      <h3 className={styles.title}>
        <Sentence text={say(advice.title)} />
      </h3>
      <dl className={styles.figures}>
        <Figure label={words.advice.gain} value={yuan(advice.yuan)} strong />
        {advice.cost !== 0 && <Figure label={words.advice.cost} value={yuan(advice.cost)} />}
        {advice.probability && (
          <Figure label={words.advice.chance} value={chance(advice.probability)} />
        )}
      </dl>
      <ul className={styles.orders}>
        {lines.slice(0, SHOWN_ORDERS).map((line) => (
          <OrderEntry key={line.index} line={line} onShow={onShow} />
        ))}
        {advice.orderCount > SHOWN_ORDERS && (
          <li>{words.statement.more(count(advice.orderCount - SHOWN_ORDERS))}</li>
        )}
      </ul>
      <Link
        as="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        {words.advice.why}
      </Link>
      <div id={panel} hidden={!open}>
        {open && (
          <ul className={styles.why}>
            {advice.explanation.map((fact, index) => (
              <li key={index}>
                <Amounts text={say(fact)} />
              </li>
            ))}
          </ul>
        )}
        {open && advice.assumptions.length > 0 && (
          <p className={styles.label}>{words.advice.assumptions}</p>
        )}
        {open && (
          <ul className={styles.why}>
            {advice.assumptions.map((fact, index) => (
              <li key={index}>
                <Amounts text={say(fact)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}

function OrderEntry({
  line,
  onShow,
}: {
  readonly line: OrderLine;
  readonly onShow: (sheet: string, row: number) => void;
}): ReactNode {
  const styles = useStyles();
  const { words, yuan } = useSpeech();
  return (
    <li className={styles.order}>
      <Link as="button" inline onClick={() => onShow(line.sheet, line.row)}>
        {line.customer || line.orderId}
      </Link>
      <span className={styles.is}>
        {line.kind === 'pending' ? words.advice.pending : words.advice.signed}
      </span>
      <span>{line.amount === null ? '' : yuan(line.amount)}</span>
    </li>
  );
}
