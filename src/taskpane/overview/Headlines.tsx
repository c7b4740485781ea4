import { Button, makeStyles, tokens, Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import { Sentence } from '../figures.tsx';
import { type Speech, useSpeech } from '../speech.tsx';
import type { Headline } from '#domain/decision/headline.ts';
import type { OrderLine } from '#application/analyze/order-line.ts';
import { isUnlikely } from '#domain/decision/action-list.ts';
import { ONE } from '#domain/money/decimal.ts';
import type { EdgeRole } from '#domain/edge/edge-order.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  first: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke2Contrast}`,
  },
  sentence: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    textWrap: 'pretty',
  },
  other: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});

/**
 * What matters in one sentence per open period; the largest stake stands out and carries its one
 * action.
 */
export function Headlines({
  headlines,
  view,
  onShow,
  onReach,
  onHold,
}: {
  readonly headlines: readonly Headline[];
  readonly view: AnalysisView;
  readonly onShow: (sheet: string, row: number) => void;
  readonly onReach: () => void;
  readonly onHold: () => void;
}): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const [first, ...others] = headlines;
  if (!first) return null;
  return (
    <div className={styles.list}>
      <div className={styles.first}>
        <p className={styles.sentence}>
          <Sentence text={headlineText(first, speech)} />
        </p>
        <HeadlineOrders headline={first} view={view} onShow={onShow} />
        {first.kind === 'reach' && (
          <Button appearance="primary" onClick={onReach}>
            {speech.words.headline.howToReach}
          </Button>
        )}
        {first.kind !== 'reach' && (
          <Button appearance="primary" onClick={onHold}>
            {speech.words.headline.whatHolds}
          </Button>
        )}
      </div>
      {others.map((headline) => (
        <p key={headline.period.label} className={styles.other}>
          <Sentence text={headlineText(headline, speech)} />
        </p>
      ))}
    </div>
  );
}

/** "基础：再签 …": named where the components of the period stand differently. */
export function headlineText(headline: Headline, speech: Speech): string {
  const { components } = headline;
  const sentence = sentenceOf(headline, speech);
  return components.length === 0
    ? sentence
    : speech.words.headline.of(components.map(speech.category).join(' · '), sentence);
}

function sentenceOf(headline: Headline, { words, yuan, threshold, language }: Speech): string {
  const tier = threshold(headline.tier.threshold);
  const label = words.periodName(headline.period.label);
  const gap = language === 'zh-CN' ? '' : ' ';
  const days = gap + words.headline.days(headline.days);
  if (headline.kind === 'hold')
    return words.headline.hold(yuan(headline.cushion), tier, label, yuan(headline.stake)) + days;
  if (headline.kind === 'top')
    return words.headline.top(tier, label, yuan(headline.cushion)) + days;
  if (headline.gain === 0 && !headline.atLeast)
    return words.headline.reachOnly(yuan(headline.gap), tier) + days;
  const sentence = headline.atLeast ? words.headline.reachAtLeast : words.headline.reach;
  return sentence(yuan(headline.gap), tier, label, yuan(headline.gain)) + days;
}

const useOrderStyles = makeStyles({
  root: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  label: { color: tokens.colorNeutralForeground2 },
  amount: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

const SHOWN = 3;

/**
 * The orders that a headline is about, called what they are: signed ones that hold the tier, or
 * pending ones to be pulled in.
 */
function HeadlineOrders({
  headline,
  view,
  onShow,
}: {
  readonly headline: Headline;
  readonly view: AnalysisView;
  readonly onShow: (sheet: string, row: number) => void;
}): ReactNode {
  const styles = useOrderStyles();
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
  const inRole = (wanted: EdgeRole): readonly OrderLine[] =>
    view.edges
      .filter(({ role, window }) => role === wanted && windows.has(window))
      .flatMap(({ ledgerIndex }) => view.orders.get(ledgerIndex) ?? []);
  if (headline.kind !== 'reach') return [...new Set(inRole('holds'))];
  const [helping, alone] = [inRole('helps'), inRole('reaches')];
  return [
    ...new Set([
      ...(mayAllCome(helping) ? helping : []),
      ...alone.filter((one) => mayAllCome([one])),
    ]),
  ];
}

/** Orders that hardly come in together are not named as the way to a tier. */
function mayAllCome(orders: readonly OrderLine[]): boolean {
  const chances = orders.map(({ probability }) => probability);
  return (
    chances.includes(null) ||
    !isUnlikely({ probability: chances.reduce((all, one) => all.times(one ?? 1), ONE) })
  );
}
