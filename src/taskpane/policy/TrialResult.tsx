import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PolicyTrial } from '#application/draft-policy/policy-trial.ts';
import { fen } from '#domain/money/fen.ts';
import { Figure } from '../figures.tsx';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
  },
  moved: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const SHOWN = 8;

/** What the draft would pay beside the policy in force, and whose rebate moves most. */
export function TrialResult({ trial }: { readonly trial: PolicyTrial }): ReactNode {
  const styles = useStyles();
  const { words, yuan, count } = useSpeech();
  return (
    <div className={styles.root} aria-live="polite">
      <dl className={styles.figures}>
        <Figure label={words.policy.inForce} value={yuan(trial.before)} />
        <Figure label={words.policy.drafted} value={yuan(trial.after)} strong />
        <Figure
          label={words.policy.difference}
          value={yuan(fen(trial.after - trial.before))}
          strong
        />
      </dl>
      <p className={styles.moved}>
        {trial.movedCount === 0
          ? words.policy.nothingMoves
          : words.policy.moved(count(trial.movedCount))}
      </p>
      <ul className={styles.list}>
        {trial.moved.slice(0, SHOWN).map(({ order, before, after }) => (
          <li key={order.index} className={styles.row}>
            <span className={styles.name}>{order.customer || order.orderId}</span>
            <span>{`${yuan(before)} → ${yuan(after)}`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
