import { type Headline, headlines } from '#domain/decision/headline.ts';
import { Decimal } from '#domain/money/decimal.ts';
import { fen } from '#domain/money/fen.ts';
import { day, threshold, yuan } from '#i18n/format.ts';
import { runOn } from '../review-language.ts';
import type { Draft } from '../review-input.ts';

/** A tier counts as near, and as shaky, within this share of its threshold. */
const NEAR = new Decimal('0.1');

/** The one sentence: what to do, by when, worth what. */
export function headlineSentence(draft: Draft): string {
  const { words, input } = draft;
  const first = frontHeadline(draft);
  if (first !== undefined) return sentenceOf(draft, first);
  const isOpen = input.rebate.windows.some(({ open }) => open);
  const state = isOpen ? words.front.nothingWithinReach : words.front.nothingOpen;
  return runOn([state, collection(draft)]);
}

/** What is still owed, or was paid beyond what is due. */
function collection({ words: { front }, input: { rebate, outstanding } }: Draft): string {
  if (outstanding > 0) return front.collect(yuan(rebate.total), yuan(outstanding));
  return outstanding === 0
    ? front.collected(yuan(rebate.total))
    : front.tooMuch(yuan(rebate.total), yuan(fen(-outstanding)));
}

/** The open period with the most yuan at stake; undefined when none is open. */
export const frontHeadline = ({ input }: Draft): Headline | undefined =>
  headlines(
    { asOf: input.asOf, windows: input.rebate.windows, edges: input.edges, today: null },
    NEAR,
  )[0];

/** Which component's sales close the gap, when there is only one that waits for it. */
function waiting({ input, nameOf }: Draft, headline: Headline): string {
  if (headline.kind !== 'reach') return '';
  const names = new Set(
    input.rebate.windows.flatMap(({ open, gap, gain, component, period }) =>
      open && gap === headline.gap && gain !== null && period.to === headline.period.to
        ? [nameOf(component.name)]
        : [],
    ),
  );
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : '';
}

function sentenceOf(draft: Draft, headline: Headline): string {
  const { words, options } = draft;
  const { front } = words;
  const tier = threshold(headline.tier.threshold, options.language);
  const end = `${day(headline.period.to)}`;
  const when = headline.period.label;
  switch (headline.kind) {
    case 'reach':
      if (headline.gain === 0 && !headline.atLeast)
        return front.reachOnly({
          gap: yuan(headline.gap),
          component: waiting(draft, headline),
          tier,
          end,
          days: headline.days,
        });
      return front.reach({
        gap: yuan(headline.gap),
        component: waiting(draft, headline),
        tier,
        end,
        when,
        gain: yuan(headline.gain),
        atLeast: headline.atLeast,
        days: headline.days,
      });
    case 'hold':
      return front.hold({
        cushion: yuan(headline.cushion),
        tier,
        end,
        when,
        stake: yuan(headline.stake),
      });
    case 'top':
      return front.topTier({ cushion: yuan(headline.cushion), tier, end, when });
  }
}
