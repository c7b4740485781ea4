import type { AnyFact } from '#facts/any-fact.ts';
import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Warning } from '#domain/ledger/ledger.ts';
import type { PolicyFinding } from '#domain/policy/finding.ts';
import { Amounts } from './figures.tsx';
import { useSpeech } from './speech.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexWrap: 'wrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  stake: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** What the policy check found, each beside its cell, with what it is worth on this ledger. */
export function Findings({ findings }: { readonly findings: readonly PolicyFinding[] }): ReactNode {
  const styles = useStyles();
  const { words, yuan, say } = useSpeech();
  return (
    <ul className={styles.list}>
      {findings.map((finding, index) => (
        <li key={index} className={styles.item}>
          <div className={styles.head}>
            <Badge appearance="tint" color={finding.level === 'error' ? 'danger' : 'warning'}>
              {finding.level === 'error' ? words.findings.error : words.findings.warning}
            </Badge>
            <span>{finding.cell}</span>
            {finding.atStake !== null && finding.atStake !== 0 && (
              <span className={styles.stake}>{words.findings.atStake(yuan(finding.atStake))}</span>
            )}
          </div>
          <div>
            <Amounts text={say(finding.fact)} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Rows that must be warned about; a click shows the row. */
export function Warnings({
  warnings,
  onShow,
}: {
  readonly warnings: readonly Warning[];
  readonly onShow: (sheet: string, row: number) => void;
}): ReactNode {
  const styles = useStyles();
  const { words, say, count } = useSpeech();
  return (
    <ul className={styles.list}>
      {warnings.map((warning, index) => (
        <li key={index} className={styles.item}>
          <div className={styles.head}>
            <Link
              as="button"
              inline
              onClick={() => onShow(warning.sheet, warning.row)}
            >{`${warning.sheet} · ${words.edges.row(count(warning.row))}`}</Link>
          </div>
          <div>
            <Amounts text={say(warning.fact)} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Plain sentences, one a line. */
export function Sentences({ facts }: { readonly facts: readonly AnyFact[] }): ReactNode {
  const styles = useStyles();
  const { say } = useSpeech();
  return (
    <ul className={styles.list}>
      {facts.map((fact, index) => (
        <li key={index}>
          <Amounts text={say(fact)} />
        </li>
      ))}
    </ul>
  );
}
