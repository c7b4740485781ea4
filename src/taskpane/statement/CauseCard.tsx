import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import type { CauseView } from '#application/reconcile/settlement-view.ts';
import { FoldButton } from '../FoldButton.tsx';
import { useSpeech } from '../speech.tsx';
import { settlementSpeech } from './settlement-speech.ts';

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  toggle: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    padding: tokens.spacingHorizontalS,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  amount: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  order: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    fontVariantNumeric: 'tabular-nums',
  },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  action: { fontWeight: tokens.fontWeightSemibold },
});

/** One cause with its yuan; opened, its orders and what to do about each. */
export function CauseCard({
  cause,
}: {
  readonly cause: CauseView;
  readonly onShow: (sheet: string, row: number) => void;
}): ReactNode {
  const styles = useStyles();
  const { words, language, yuan, count } = useSpeech();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const { causes, actions } = settlementSpeech(language);
  return (
    <div className={styles.card}>
      <FoldButton className={styles.toggle} open={open} panel={panel} onFold={setOpen}>
        <span>
          {causes[cause.cause]}{' '}
          <span className={styles.count}>{words.statement.orders(count(cause.count))}</span>
        </span>
        <span className={styles.amount}>{yuan(cause.amount)}</span>
      </FoldButton>
      <ul id={panel} hidden={!open} className={open ? styles.list : undefined}>
        {open &&
          cause.rows.map((row, index) => (
            <li key={index}>
              <div className={styles.order}>
                <span className={styles.name}>{row.customer || row.product}</span>
                <span>{yuan(row.difference)}</span>
              </div>
              <div className={styles.detail}>{row.orderId}</div>
              <div className={styles.detail}>
                <span className={styles.action}>{actions[row.action]}</span> ·{' '}
                {row.sentence[language]}
              </div>
            </li>
          ))}
        {open && cause.count > cause.rows.length && (
          <li className={styles.detail}>
            {words.statement.more(count(cause.count - cause.rows.length))}
          </li>
        )}
      </ul>
    </div>
  );
}
