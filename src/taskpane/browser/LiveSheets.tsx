import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import {
  DismissRegular,
  ArrowRedoRegular,
  ArrowUndoRegular,
  FilterRegular,
  InfoRegular,
  SearchRegular,
  TableRegular,
  TextSortAscendingRegular,
  TextSortDescendingRegular,
} from '@fluentui/react-icons';
import { type ReactNode, useEffect, useState, type ReactElement } from 'react';
import type { GridEvents, GridAction } from '#application/live/live-grid.ts';
import { useSpeech } from '../speech.tsx';
import { Differences, differencesWords } from './Differences.tsx';
import { type LiveGridInput, useLiveGrid } from './use-live-grid.ts';

const useStyles = makeStyles({
  host: { flexGrow: 1, minHeight: 0, position: 'relative' },
  waiting: { position: 'absolute', visibility: 'hidden', inset: 0, zIndex: -1 },
  note: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

interface LiveSheetsProps extends Omit<LiveGridInput, 'isLive' | 'onExplained' | 'onRefused'> {
  /** What stands in the grid's place until it is there. */
  readonly children: ReactNode;
  readonly startsLive: boolean;
  /** Row as a person counts. */
  readonly selected: { readonly sheet: string; readonly row: number } | null;
}

/** The workbook itself, alive: typed into, pasted into, computed. */
export function LiveSheets({
  children,
  selected,
  startsLive,
  ...input
}: LiveSheetsProps): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const [isLive, setLive] = useState(startsLive);
  const [listed, setListed] = useState(false);
  const [why, setWhy] = useState<Parameters<GridEvents['explained']>[0]>(null);
  const [refused, setRefused] = useState(false);
  const onRefused = (): void => setRefused(true);
  const { host, grid, cut } = useLiveGrid({ ...input, isLive, onExplained: setWhy, onRefused });
  useEffect(() => {
    if (grid !== null && input.shown !== null) grid.show(input.shown);
  }, [grid, input.shown]);
  useEffect(() => {
    if (grid !== null && selected !== null) grid.select(selected.sheet, selected.row);
  }, [grid, selected]);
  return (
    <>
      <GridTools
        onAction={grid && ((action) => grid.do(action))}
        isLive={isLive}
        onDifferences={() => setListed(true)}
        onLive={setLive}
      />
      {listed && <Differences onClose={() => setListed(false)} />}
      {grid === null && children}
      <div
        ref={host}
        data-live={grid === null ? undefined : input.book}
        className={mergeClasses(styles.host, grid === null && styles.waiting)}
      />
      <div role="status">
        {grid !== null && why !== null && (
          <div className={styles.note}>
            {why.cell} · {why.text}
          </div>
        )}
      </div>
      {grid !== null && cut.length > 0 && (
        <div className={styles.note}>{words.browser.cutSheets(cut.join('、'))}</div>
      )}
      {refused && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.browser.notKept}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={words.actions.close}
                onClick={() => setRefused(false)}
              />
            }
          />
        </MessageBar>
      )}
    </>
  );
}

const ICONS: readonly (readonly [GridAction, ReactElement])[] = [
  ['undo', <ArrowUndoRegular key="undo" />],
  ['redo', <ArrowRedoRegular key="redo" />],
  ['sortUp', <TextSortAscendingRegular key="sortUp" />],
  ['sortDown', <TextSortDescendingRegular key="sortDown" />],
  ['filter', <FilterRegular key="filter" />],
  ['find', <SearchRegular key="find" />],
];

const useToolStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

interface GridToolsProps {
  /** Null: the table to read stands in the place of the live grid. */
  readonly onAction: ((action: GridAction) => void) | null;
  readonly isLive: boolean;
  readonly onLive: (live: boolean) => void;
  /** Shows what is otherwise than in Excel. */
  readonly onDifferences: () => void;
}

/** What can be done in the sheet besides typing. */
function GridTools({ onAction, isLive, onLive, onDifferences }: GridToolsProps): ReactNode {
  const styles = useToolStyles();
  const { words, language } = useSpeech();
  const { grid } = words.browser;
  return (
    <div role="toolbar" className={styles.bar} aria-label={grid.tools}>
      {ICONS.map(([action, icon]) => (
        <Button
          key={action}
          appearance="subtle"
          size="small"
          icon={icon}
          title={grid[action]}
          aria-label={grid[action]}
          disabledFocusable={onAction === null}
          onClick={() => onAction?.(action)}
        />
      ))}
      <Button
        appearance="subtle"
        size="small"
        icon={<TableRegular />}
        title={grid.readableHint}
        aria-pressed={!isLive}
        onClick={() => onLive(!isLive)}
      >
        {isLive ? grid.readable : grid.live}
      </Button>
      <Button appearance="subtle" size="small" icon={<InfoRegular />} onClick={onDifferences}>
        {differencesWords(language).title}
      </Button>
    </div>
  );
}
