import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FactValue, Facts } from '#domain/policy/facts.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
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
export function FactList({ facts }: { readonly facts: Facts }): ReactNode {
  const styles = useStyles();
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
