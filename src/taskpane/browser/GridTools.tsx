import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  FilterRegular,
  InfoRegular,
  SearchRegular,
  TableRegular,
  TextSortAscendingRegular,
  TextSortDescendingRegular,
} from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import type { GridAction } from '#application/live/live-grid.ts';
import { differencesWords } from './Differences.tsx';
import { useSpeech } from '../speech.tsx';

const ICONS: readonly (readonly [GridAction, ReactElement])[] = [
  ['undo', <ArrowUndoRegular key="undo" />],
  ['redo', <ArrowRedoRegular key="redo" />],
  ['sortUp', <TextSortAscendingRegular key="sortUp" />],
  ['sortDown', <TextSortDescendingRegular key="sortDown" />],
  ['filter', <FilterRegular key="filter" />],
  ['find', <SearchRegular key="find" />],
];

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface GridToolsProps {
  /** Null: the table to read stands in the place of the live grid. */
  readonly onAction: ((action: GridAction) => void) | null;
  readonly isLive: boolean;
  readonly onLive: (live: boolean) => void;
  /** Shows what is otherwise than in Excel. */
  readonly onDifferences: () => void;
}

/** What can be done in the sheet besides typing. */
export function GridTools({ onAction, isLive, onLive, onDifferences }: GridToolsProps): ReactNode {
  const styles = useStyles();
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
