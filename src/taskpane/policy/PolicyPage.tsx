import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import type { PaneSession } from '#application/session/pane-session.ts';
import { isInForce } from '#domain/policy/in-force.ts';
import type { Component } from '#domain/policy/policy.ts';
import type { MemberFigures, Window } from '#domain/rebate/window.ts';
import { MemberList } from '../MemberList.tsx';
import { Findings } from '../Findings.tsx';
import { latePart, Part } from '../LatePart.tsx';
import { useDraft } from '../drafts.ts';
import { useSpeech } from '../speech.tsx';
import { clauseLines } from './clause-lines.ts';
import { TierSteps } from './TierSteps.tsx';
import { VersionLine } from './VersionLine.tsx';
import type { FactValue, Facts } from '#domain/policy/facts.ts';

const editor = latePart(() => import('./PolicyEditor.tsx').then((module) => module.PolicyEditor));

/** With this page: a line that goes down later does not take the editor away. */
editor.fetch().catch(() => undefined);

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  clauses: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3 },
  action: { alignSelf: 'flex-start' },
});

interface PolicyPageProps {
  readonly view: AnalysisView;
  readonly session: PaneSession;
  readonly policySheet: string | null;
}

/** The policy in force, drawn; what its check found; its versions; and a draft to try. */
export function PolicyPage({ view, session, policySheet }: PolicyPageProps): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const [begun, setDrafting] = useState(false);
  const draft = useDraft('policy');
  const drafting = begun || typeof draft.kept === 'string';
  const { policy } = view;
  const current = policy.components.filter((component) => isInForce(component, view.asOf));
  return (
    <div className={styles.root}>
      {policy.example && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.policy.example}</MessageBarBody>
        </MessageBar>
      )}
      {!policy.example && policySheet && (
        <p className={styles.quiet}>{words.policy.from(policySheet)}</p>
      )}
      {(current.length > 0 ? current : policy.components).map((component) => (
        <ComponentTiers
          key={component.id}
          component={component}
          tier={windowNow(view, component)?.tier ?? null}
          members={windowNow(view, component)?.members ?? null}
        />
      ))}
      <section className={styles.section}>
        <h2 className={styles.title}>{words.policy.findings}</h2>
        {view.findings.length === 0 ? (
          <p className={styles.quiet}>{words.policy.allStated}</p>
        ) : (
          <Findings findings={view.findings} />
        )}
      </section>
      <FactList facts={policy.facts} />
      <VersionLine policy={policy} asOf={view.asOf} />
      {!drafting && (
        <Button className={styles.action} onClick={() => setDrafting(true)}>
          {words.policy.draft}
        </Button>
      )}
      {drafting && <Part part={editor} props={{ policy, session, kept: draft }} />}
    </div>
  );
}

const windowNow = (view: AnalysisView, component: Component): Window | undefined =>
  view.windows.filter((window) => window.component.id === component.id && window.open).at(-1);

function ComponentTiers({
  component,
  tier,
  members,
}: {
  readonly component: Component;
  readonly tier: number | null;
  readonly members: readonly MemberFigures[] | null;
}): ReactNode {
  const styles = useStyles();
  const speech = useSpeech();
  return (
    <article className={styles.card} aria-label={component.name}>
      <h2 className={styles.name}>{component.name}</h2>
      <TierSteps component={component} tier={tier} />
      <ul className={styles.clauses}>
        {clauseLines(component, speech).map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ul>
      {members !== null && <MemberList members={members} component={component} />}
    </article>
  );
}

const useFactStyles = makeStyles({
  title: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** The facts that gates, targets and measures rest on, period by period. */
function FactList({ facts }: { readonly facts: Facts }): ReactNode {
  const styles = useFactStyles();
  const { words } = useSpeech();
  const values = [...facts.values()].flat();
  if (values.length === 0) return null;
  return (
    <section>
      <h2 className={styles.title}>{words.policy.facts}</h2>
      <ul className={styles.list}>
        {values.map((fact) => (
          <li key={`${fact.name} ${fact.period?.label ?? ''}`} className={styles.line}>
            <span>{[fact.name, fact.period?.label ?? words.policy.always].join(' · ')}</span>
            <span>{valueText(fact)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const valueText = ({ value, percent }: FactValue): string =>
  percent ? `${value.times(100).toString()}%` : value.toString();
