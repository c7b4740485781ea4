import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import { useSpeech } from '../speech.tsx';
import { EdgeRow } from './EdgeRow.tsx';
import { RoleLegend, RoleSwatch } from './RoleLegend.tsx';
import { EDGE_ROLES, type EdgeOrder, type EdgeRole } from '#domain/edge/edge-order.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    height: '100%',
    minHeight: 0,
  },
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  scroller: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  list: { position: 'relative', width: '100%', margin: 0, padding: 0, listStyleType: 'none' },
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
  role: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  meaning: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
});

/**
 * Orders that decide a tier, by role; choosing one shows it in the sheet and says why it matters.
 */
export function EdgeOrders({
  view,
  onShow,
}: {
  readonly view: AnalysisView;
  readonly onShow: (sheet: string, row: number) => void;
}): ReactNode {
  const styles = useStyles();
  const { words, count } = useSpeech();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const items = useMemo(() => edgeItems(view.edges), [view.edges]);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'role' ? ROLE_HEIGHT : ROW_HEIGHT),
    overscan: 8,
  });
  if (items.length === 0) return <p className={styles.hint}>{words.edges.empty}</p>;
  return (
    <div className={styles.root}>
      <RoleLegend edges={view.edges} />
      <p className={styles.hint}>
        {words.edges.selectHint}
        {view.edgesOmitted > 0 && ` ${words.edges.omitted(count(view.edgesOmitted))}`}
      </p>
      <div ref={scroller} className={styles.scroller}>
        <ul
          className={styles.list}
          aria-label={words.edges.list}
          style={{ height: rows.getTotalSize() }}
          onKeyDown={moveFocus}
        >
          {rows.getVirtualItems().map((row) => {
            const item = items[row.index];
            return (
              <li
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                className={styles.item}
                style={{ transform: `translateY(${row.start}px)` }}
                aria-setsize={items.length}
                aria-posinset={row.index + 1}
              >
                {item?.kind === 'role' && (
                  <h2 className={styles.role}>
                    <RoleSwatch role={item.role} />
                    <span>
                      {words.edges.group(words.edges.roles[item.role], item.count)}{' '}
                      <span className={styles.meaning}>{words.edges.meaning[item.role]}</span>
                    </span>
                  </h2>
                )}
                {item?.kind === 'edge' && (
                  <EdgeRow
                    edge={item.edge}
                    order={view.orders.get(item.edge.ledgerIndex)}
                    chosen={chosen === edgeKey(item.edge)}
                    onChoose={() => {
                      setChosen(edgeKey(item.edge));
                      const order = view.orders.get(item.edge.ledgerIndex);
                      if (order) onShow(order.sheet, order.row);
                    }}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

const ROLE_HEIGHT = 40;
const ROW_HEIGHT = 54;

/** Up and down move between the orders, as in any list. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('li button')].sort(
    (a, b) => positionOf(a) - positionOf(b),
  );
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const positionOf = (button: HTMLButtonElement): number =>
  Number(button.closest('li')?.dataset['index'] ?? 0);

/**
 * The list as it is drawn: a heading for each role that has orders, its orders under it, largest
 * stake first.
 */
type EdgeItem =
  | { readonly kind: 'role'; readonly role: EdgeRole; readonly count: number }
  | { readonly kind: 'edge'; readonly edge: EdgeOrder };

function edgeItems(edges: AnalysisView['edges']): readonly EdgeItem[] {
  return EDGE_ROLES.flatMap((role) => {
    const own = edges.filter((edge) => edge.role === role).sort((a, b) => b.stake - a.stake);
    if (own.length === 0) return [];
    return [
      { kind: 'role', role, count: own.length } as const,
      ...own.map((edge) => ({ kind: 'edge', edge }) as const),
    ];
  });
}

const edgeKey = (edge: EdgeOrder): string =>
  `${edge.role}:${edge.component}:${edge.period}:${edge.ledgerIndex}`;
