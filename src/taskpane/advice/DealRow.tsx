import { Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderLine } from '#application/analyze/order-line.ts';
import { useSpeech } from '../speech.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    padding: tokens.spacingVerticalXXS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  chance: { width: '5.25rem', minWidth: 0 },
});

interface DealRowProps {
  readonly line: OrderLine;
  readonly chosen: boolean;
  /** Per cent; null when nobody said. */
  readonly chance: number | null;
  readonly onChoose: (chosen: boolean) => void;
  readonly onChance: (chance: number) => void;
}

/** A pending deal: whether it counts in the question, and how likely it is. */
export function DealRow({ line, chosen, chance, onChoose, onChance }: DealRowProps): ReactNode {
  const styles = useStyles();
  const { words, yuan } = useSpeech();
  const name = line.customer || line.orderId;
  const amount = line.amount === null ? '' : yuan(line.amount);
  return (
    <li className={styles.row}>
      <Checkbox
        checked={chosen}
        aria-label={words.advice.choose(`${name} ${amount}`)}
        onChange={(_, data) => onChoose(data.checked === true)}
      />
      <span>
        <div className={styles.name}>{name}</div>
        <div className={styles.detail}>{[amount, line.product].filter(Boolean).join(' · ')}</div>
      </span>
      <Input
        className={styles.chance}
        size="small"
        type="number"
        min={0}
        max={100}
        value={chance === null ? '' : String(chance)}
        contentAfter={PERCENT_SIGN}
        aria-label={words.advice.likelihood(name)}
        onChange={(_, data) =>
          onChance(Math.min(100, Math.max(0, Math.round(Number(data.value) || 0))))
        }
      />
    </li>
  );
}

const PERCENT_SIGN = '%';
