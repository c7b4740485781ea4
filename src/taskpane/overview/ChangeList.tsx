import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Changes, WindowChange } from '#application/analyze/changes-since.ts';
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
export function ChangeList({ changes }: { readonly changes: Changes }): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  return (
    <section className={styles.root} aria-label={speech.words.changes.title}>
      <h2 className={styles.title}>{speech.words.changes.title}</h2>
      <ul className={styles.list}>
        {changeLines(changes, speech).map((line) => (
          <li key={line}>
            <Sentence text={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function changeLines(changes: Changes, speech: Speech): readonly string[] {
  const { words, yuan, count } = speech;
  return [
    ...(changes.rebateBefore === changes.rebateNow
      ? []
      : [words.changes.rebate(yuan(changes.rebateBefore), yuan(changes.rebateNow))]),
    ...(changes.refunds
      ? [words.changes.refunds(changes.refunds.count, yuan(changes.refunds.amount))]
      : []),
    ...changes.windows.flatMap((window) => windowLines(window, changes.refunds !== null, speech)),
    ...(changes.policy
      ? [words.changes.policy(count(changes.policy.moved), yuan(changes.policy.amount))]
      : []),
  ];
}

function windowLines(
  window: WindowChange,
  refunded: boolean,
  { words, yuan }: Speech,
): readonly string[] {
  const { component, period, tierBefore, tierNow, gapBefore, gapNow, cushionNow } = window;
  if (tierBefore !== tierNow) return [words.changes.tierUp(component, period, tierBefore, tierNow)];
  if (refunded && tierNow > 0)
    return [words.changes.holds(component, period, tierNow, yuan(cushionNow))];
  return gapBefore === null || gapNow === null
    ? []
    : [words.changes.gap(component, period, yuan(gapBefore), yuan(gapNow))];
}
