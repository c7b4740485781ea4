import { Link, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Component } from '#domain/policy/policy.ts';
import type { MemberFigures } from '#domain/rebate/window.ts';
import { FigureLine } from './FigureLine.tsx';
import { useSpeech } from './speech.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

const FIRST = 5;

/** What each member of 累计对象 has, the largest rebate first: they add up to the card's figure. */
export function MemberList({
  members,
  component,
}: {
  readonly members: readonly MemberFigures[];
  readonly component: Component;
}): ReactNode {
  const styles = useStyles();
  const { words, yuan, percent } = useSpeech();
  const [all, setAll] = useState(false);
  const sorted = [...members].sort((a, b) => b.rebate - a.rebate);
  return (
    <ul className={styles.list} aria-label={words.members.title}>
      {(all ? sorted : sorted.slice(0, FIRST)).map(({ name, sales, tier, rebate, gap }) => {
        const reached = component.tiers[tier - 1];
        return (
          <FigureLine
            key={name}
            name={name}
            figure={yuan(rebate)}
            notes={[
              [
                words.members.sales(yuan(sales)),
                reached
                  ? words.figures.tier(tier, percent(reached.rate, reached.rateIsFloor))
                  : words.figures.belowFirst,
                ...(gap === null ? [] : [words.members.gap(yuan(gap))]),
              ].join(' · '),
            ]}
          />
        );
      })}
      {sorted.length > FIRST && !all && (
        <li>
          <Link as="button" onClick={() => setAll(true)}>
            {words.members.all(sorted.length)}
          </Link>
        </li>
      )}
    </ul>
  );
}
