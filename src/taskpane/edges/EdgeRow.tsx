import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderLine } from '#application/analyze/order-line.ts';
import type { EdgeOrder } from '#domain/edge/edge-order.ts';
import { Sentence } from '../figures.tsx';
import { type Speech, useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    textAlign: 'start',
    font: 'inherit',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderTopColor: tokens.colorNeutralStroke1,
    borderBottomColor: tokens.colorNeutralStroke1,
    borderLeftColor: tokens.colorNeutralStroke1,
    borderRightColor: tokens.colorNeutralStroke1,
  },
  customer: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  stake: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'end',
  },
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  end: { textAlign: 'end' },
  why: {
    gridColumnEnd: 'span 2',
    paddingTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'normal',
  },
});

interface EdgeRowProps {
  readonly edge: EdgeOrder;
  readonly order: OrderLine | undefined;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One order: customer and stake, number and amount; when chosen, the sentence that says why. */
export function EdgeRow({ edge, order, chosen, onChoose }: EdgeRowProps): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words, yuan, count } = speech;
  const details = [order?.orderId, order && words.edges.row(count(order.row)), order?.product]
    .filter(Boolean)
    .join(' · ');
  return (
    <button
      type="button"
      className={mergeClasses(styles.row, chosen && styles.chosen)}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <span className={styles.customer}>{order?.customer || order?.orderId || ''}</span>
      <span className={styles.stake}>{yuan(edge.stake)}</span>
      <span className={styles.detail}>{details}</span>
      <span className={mergeClasses(styles.detail, styles.end)}>
        {order?.amount == null ? '' : yuan(order.amount)}
      </span>
      {chosen && (
        <span className={styles.why}>
          <Sentence text={whyText(edge, order, speech)} />
        </span>
      )}
    </button>
  );
}

/** "Without 9250… (临安云栈), 2025 falls from tier 2 to tier 1 and pays … less." */
function whyText(edge: EdgeOrder, order: OrderLine | undefined, { words, yuan }: Speech): string {
  const name = order ? ` ${order.orderId || order.customer} ` : ' ';
  return words.edges.why[edge.role](
    name.trim(),
    edge.tierWith,
    edge.tierWithout,
    yuan(edge.stake),
    words.periodName(edge.period),
  ).trim();
}
