import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import type { OrderLine } from '#application/analyze/order-line.ts';
import type { Headline } from '#domain/decision/headline.ts';
import type { EdgeRole } from '#domain/edge/edge-order.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  root: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  label: { color: tokens.colorNeutralForeground2 },
  amount: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

const SHOWN = 3;
const TO_PULL_IN: readonly EdgeRole[] = ['helps', 'reaches'];
const SIGNED: readonly EdgeRole[] = ['holds'];

/**
 * The orders that a headline is about, called what they are: signed ones that hold the tier, or
 * pending ones to be pulled in.
 */
export function HeadlineOrders({
  headline,
  view,
  onShow,
}: {
  readonly headline: Headline;
  readonly view: AnalysisView;
  readonly onShow: (sheet: string, row: number) => void;
}): ReactNode {
  const styles = useStyles();
  const { words, yuan, count } = useSpeech();
  const orders = ordersOf(headline, view);
  if (orders.length === 0) return null;
  const { signed, toPullIn } = words.headline;
  return (
    <div className={styles.root}>
      <span className={styles.label}>{headline.kind === 'reach' ? toPullIn : signed}</span>
      {orders.slice(0, SHOWN).map((line) => (
        <div key={line.index}>
          <Link as="button" inline onClick={() => onShow(line.sheet, line.row)}>
            {[line.orderId, line.customer].filter(Boolean).join(' · ')}
          </Link>{' '}
          <span className={styles.amount}>{line.amount === null ? '' : yuan(line.amount)}</span>
        </div>
      ))}
      {orders.length > SHOWN && (
        <div className={styles.label}>{words.statement.more(count(orders.length - SHOWN))}</div>
      )}
    </div>
  );
}

function ordersOf(headline: Headline, view: AnalysisView): readonly OrderLine[] {
  const { from, to } = headline.period;
  const windows = new Set(
    view.windows
      .filter(({ period }) => period.from === from && period.to === to)
      .map(({ id }) => id),
  );
  const roles = headline.kind === 'reach' ? TO_PULL_IN : SIGNED;
  const indices = view.edges
    .filter(({ role, window }) => roles.includes(role) && windows.has(window))
    .map(({ ledgerIndex }) => ledgerIndex);
  return [...new Set(indices)].flatMap((index) => view.orders.get(index) ?? []);
}
