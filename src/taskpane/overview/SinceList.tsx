import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Since, WindowSince } from '#application/analyze/changes-since.ts';
import { Sentence } from '../figures.tsx';
import { type Speech, useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorBrandStroke2Contrast}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', lineHeight: tokens.lineHeightBase400 },
});

/** What the last run changed, one line a change. */
export function SinceList({ since }: { readonly since: Since }): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  return (
    <section className={styles.root} aria-label={speech.words.since.title}>
      <h2 className={styles.title}>{speech.words.since.title}</h2>
      <ul className={styles.list}>
        {sinceLines(since, speech).map((line) => (
          <li key={line}>
            <Sentence text={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function sinceLines(since: Since, speech: Speech): readonly string[] {
  const { words, yuan, count } = speech;
  return [
    ...(since.rebateBefore === since.rebateNow
      ? []
      : [words.since.rebate(yuan(since.rebateBefore), yuan(since.rebateNow))]),
    ...(since.refunds
      ? [words.since.refunds(since.refunds.count, yuan(since.refunds.amount))]
      : []),
    ...since.windows.flatMap((window) => windowLines(window, since.refunds !== null, speech)),
    ...(since.policy
      ? [words.since.policy(count(since.policy.moved), yuan(since.policy.amount))]
      : []),
  ];
}

function windowLines(
  window: WindowSince,
  refunded: boolean,
  { words, yuan }: Speech,
): readonly string[] {
  const { component, period, tierBefore, tierNow, gapBefore, gapNow, cushionNow } = window;
  if (tierBefore !== tierNow) return [words.since.tierUp(component, period, tierBefore, tierNow)];
  if (refunded && tierNow > 0)
    return [words.since.holds(component, period, tierNow, yuan(cushionNow))];
  return gapBefore === null || gapNow === null
    ? []
    : [words.since.gap(component, period, yuan(gapBefore), yuan(gapNow))];
}
