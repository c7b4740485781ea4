import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import {
  AS_THE_LEDGER_SAYS,
  type PaneSession,
  type Supposed,
} from '#application/session/pane-session.ts';
import { listed } from '#domain/decision/action-list.ts';
import { useSpeech } from '../speech.tsx';
import { AdviceCard } from './AdviceCard.tsx';
import { Circumstances } from './Circumstances.tsx';
import { ForecastSection } from './ForecastSection.tsx';
import { WhatIfPanel } from './WhatIfPanel.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  all: { alignSelf: 'flex-start' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Cards before the rest is asked for: the trial below stays within reach. */
const SHOWN_FIRST = 4;

/** What to do now, largest yuan first; and a place to try assumptions. */
export function AdvicePage({
  view,
  session,
  onSuppose,
  onShow,
}: {
  readonly view: AnalysisView;
  readonly session: PaneSession;
  readonly onSuppose: (supposed: Supposed) => void;
  readonly onShow: (sheet: string, row: number) => void;
}): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const [all, setAll] = useState(false);
  const [supposed, setSupposed] = useState<Supposed>(AS_THE_LEDGER_SAYS);
  const suppose = (more: Partial<Supposed>): void => {
    const next = { ...supposed, ...more };
    setSupposed(next);
    onSuppose(next);
  };
  const ranked = listed(view.advice);
  const together = ranked.filter(({ isInstead }) => !isInstead);
  return (
    <div className={styles.root}>
      <section className={styles.section}>
        <h2 className={styles.title}>{words.advice.title}</h2>
        {ranked.length === 0 && <p className={styles.quiet}>{words.advice.none}</p>}
        {(all ? ranked : together.slice(0, SHOWN_FIRST)).map(({ advice, isInstead }, index) => (
          <AdviceCard
            key={index}
            advice={advice}
            isInstead={isInstead}
            orders={view.orders}
            onShow={onShow}
          />
        ))}
        {!all && ranked.length > SHOWN_FIRST && (
          <Button appearance="subtle" className={styles.all} onClick={() => setAll(true)}>
            {words.advice.all(ranked.length)}
          </Button>
        )}
      </section>
      <ForecastSection forecast={view.forecast} />
      <WhatIfPanel view={view} session={session} onSuppose={suppose} />
      <Circumstances categories={categoriesOf(view)} onSuppose={suppose} />
    </div>
  );
}

/** Categories that a component of the policy pays. */
function categoriesOf({ policy }: AnalysisView): readonly string[] {
  return [
    ...new Set(
      policy.components.flatMap(({ categories }) =>
        categories === 'all' ? [] : Object.values(categories),
      ),
    ),
  ];
}
