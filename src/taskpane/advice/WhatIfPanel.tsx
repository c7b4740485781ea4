import { Field, makeStyles, Slider, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import type { PaneSession, Supposed } from '#application/session/pane-session.ts';
import type { DealTrial } from '#domain/pipeline/deal-trial.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { failureOf } from '../failure.ts';
import { Figure } from '../figures.tsx';
import { type Speech, useSpeech } from '../speech.tsx';
import { DealRow } from './DealRow.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  deals: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  result: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    position: 'sticky',
    bottom: 0,
    backgroundColor: tokens.colorBrandBackground2,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke2Contrast}`,
  },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(6rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  sentence: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Largest discount that the slider offers, in per cent. */
const MOST_DISCOUNT = 30;

/** Pending deals to choose from, with their chances and a discount; the figures follow at once. */
export function WhatIfPanel({
  view,
  session,
  onSuppose,
}: {
  readonly view: AnalysisView;
  readonly session: PaneSession;
  readonly onSuppose: (supposed: Pick<Supposed, 'discount' | 'probabilities'>) => void;
}): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words } = speech;
  // By the keys of the deals: another reading of the sheet counts its rows anew.
  const [chosenKeys, setChosen] = useState<ReadonlySet<string>>(() => bestSet(view));
  const [likely, setLikely] = useState<ReadonlyMap<string, number>>(new Map());
  const [discount, setDiscount] = useState(0);
  const chanceOf = (order: number): number | null =>
    likely.get(keyOf(view, order)) ?? percentOf(view.orders.get(order)?.probability ?? null);
  const suppose = (chances: ReadonlyMap<string, number>, share: number): void => {
    setLikely(chances);
    setDiscount(share);
    onSuppose({
      discount: share === 0 ? null : new Decimal(share).div(100),
      probabilities: new Map(
        [...chances].map(([deal, chance]) => [deal, new Decimal(chance).div(100)]),
      ),
    });
  };
  const chosen = new Set(view.pending.filter((order) => chosenKeys.has(keyOf(view, order))));
  const result = useWhatIf(session, view, chosen, chanceOf, discount);
  if (view.pending.length === 0) return <p className={styles.quiet}>{words.advice.noPending}</p>;
  return (
    <section className={styles.section} aria-label={words.advice.whatIf}>
      <h2 className={styles.title}>{words.advice.whatIf}</h2>
      <p className={styles.quiet}>{words.advice.whatIfExplain}</p>
      <ul className={styles.deals}>
        {view.pending
          .flatMap((order) => view.orders.get(order) ?? [])
          .map((line) => ({ line, deal: keyOf(view, line.index) }))
          .map(({ line, deal }) => (
            <DealRow
              key={line.index}
              line={line}
              chosen={chosen.has(line.index)}
              chance={chanceOf(line.index)}
              onChoose={(on) =>
                setChosen(
                  new Set(
                    on ? [...chosenKeys, deal] : [...chosenKeys].filter((each) => each !== deal),
                  ),
                )
              }
              onChance={(chance) => suppose(new Map([...likely, [deal, chance]]), discount)}
            />
          ))}
      </ul>
      <Field label={words.advice.discount(`${discount}%`)}>
        <Slider
          min={0}
          max={MOST_DISCOUNT}
          value={discount}
          onChange={(_, data) => suppose(likely, data.value)}
        />
      </Field>
      {result && <WhatIfResult result={result} />}
    </section>
  );
}

const percentOf = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 100);

const keyOf = (view: AnalysisView, order: number): string => view.dealKeys.get(order) ?? '';

/** What the edge list calls the best set, to begin with. */
function bestSet(view: AnalysisView): ReadonlySet<string> {
  const pulled =
    view.advice.find((advice) => advice.kind === 'pull-in')?.orders ??
    view.edges.filter((edge) => edge.role === 'helps').map((edge) => edge.ledgerIndex);
  return new Set(
    pulled.filter((order) => view.pending.includes(order)).map((order) => keyOf(view, order)),
  );
}

function useWhatIf(
  session: PaneSession,
  view: AnalysisView,
  chosen: ReadonlySet<number>,
  chanceOf: (order: number) => number | null,
  discount: number,
): DealTrial | null {
  const [result, setResult] = useState<DealTrial | null>(null);
  // The question as text: the same deals and discount are not asked again.
  const asked = JSON.stringify({
    deals: [...chosen].map((order) => ({ order, chance: chanceOf(order) })),
    discount,
  });
  useEffect(() => {
    let latest = true;
    const { deals, discount: given } = JSON.parse(asked) as {
      readonly deals: readonly { readonly order: number; readonly chance: number }[];
      readonly discount: number;
    };
    const request = {
      deals: deals.map(({ order, chance }) => ({
        order,
        probability: chance === null ? null : new Decimal(chance).div(100),
      })),
      discount: new Decimal(given).div(100),
    };
    session.whatIf(request).then((next) => {
      if (latest) setResult(next);
    }, failureOf);
    return () => {
      latest = false;
    };
  }, [session, view, asked]);
  return result;
}

function WhatIfResult({ result }: { readonly result: DealTrial }): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  const { words, yuan, chance } = speech;
  return (
    <div className={styles.result} aria-live="polite">
      <dl className={styles.figures}>
        <Figure label={words.advice.gain} value={yuan(result.gain)} strong />
        <Figure label={words.advice.cost} value={yuan(result.cost)} />
        <Figure label={words.advice.net} value={yuan(result.net)} strong />
        <Figure label={words.advice.sales} value={yuan(result.sales)} />
        <Figure
          label={words.advice.chance}
          value={result.chance === null ? words.figures.none : chance(result.chance)}
        />
      </dl>
      {result.windows.map((window) => (
        <p key={`${window.component}${window.period}`} className={styles.sentence}>
          {moveText(window, speech)}
        </p>
      ))}
    </div>
  );
}

function moveText(window: DealTrial['windows'][number], { words, yuan }: Speech): string {
  if (window.tierAfter > window.tierBefore)
    return words.advice.reaches(window.component, window.period, window.tierAfter);
  if (window.gapAfter === null)
    return words.advice.staysTop(window.component, window.period, window.tierAfter);
  return words.advice.stays(
    window.component,
    window.period,
    window.tierAfter,
    yuan(window.gapAfter),
  );
}
