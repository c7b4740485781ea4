import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { FileSession, SheetFrame } from '#application/session/file-session.ts';
import { columnName } from '#domain/sheet.ts';
import { Unseen } from '../figures.tsx';
import { useSpeech } from '../speech.tsx';
import { useRowWindow } from './use-row-window.ts';
import { useSheetRows } from './use-sheet-rows.ts';

const ROW_SIZE = 28;
const GUTTER = '3.5rem';

const useStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  sheet: { position: 'relative', width: 'max-content', minWidth: '100%' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    width: 'max-content',
    minWidth: '100%',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
  },
  row: {
    position: 'absolute',
    left: 0,
    top: 0,
    display: 'flex',
    width: 'max-content',
    minWidth: '100%',
  },
  cell: {
    boxSizing: 'border-box',
    flexShrink: 0,
    height: `${ROW_SIZE / 16}rem`,
    lineHeight: `${ROW_SIZE / 16}rem`,
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: 'tabular-nums',
  },
  gutter: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    width: GUTTER,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground3,
    padding: 0,
  },
  center: { textAlign: 'center' },
  numeric: { textAlign: 'right' },
  // Fills are the sheet's own light colours in every theme, so what is written on them is dark in
  // every theme.
  filled: { color: tokens.colorNeutralForeground1Static, forcedColorAdjust: 'none' },
  selected: {
    boxShadow:
      `inset 0 ${tokens.strokeWidthThick} 0 ${tokens.colorBrandStroke1}, inset 0 calc(-1 * ` +
      `${tokens.strokeWidthThick}) 0 ${tokens.colorBrandStroke1}`,
  },
  selectedGutter: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface SheetGridProps {
  readonly session: FileSession;
  readonly frame: SheetFrame;
  /** Changes when rows must be fetched anew: another file, other highlights. */
  readonly version: number;
  /** As a person counts; null when nothing is selected. */
  readonly selected: number | null;
  readonly onSelect: (row: number) => void;
}

/**
 * The sheet beside the pane: rows as the file has them, highlights drawn, the selected row framed.
 */
export function SheetGrid({
  session,
  frame,
  version,
  selected,
  onSelect,
}: SheetGridProps): ReactNode {
  const styles = useStyles();
  const { words } = useSpeech();
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to, center } = useRowWindow(scroller, frame.rowCount, ROW_SIZE, ROW_SIZE);
  const rowAt = useSheetRows(session, frame.name, version, from, Math.max(from, to - 1));
  useEffect(() => {
    if (selected !== null) center(selected - 1);
  }, [selected, center]);
  const widths = frame.columnWidths.map((characters) => ({
    width: `${characters * 0.5 + 1.2}rem`,
  }));
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    onSelect(Math.min(Math.max((selected ?? 0) + step, 1), frame.rowCount));
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      tabIndex={0}
      role="region"
      aria-label={words.browser.sheetLabel(frame.name)}
      onKeyDown={move}
    >
      <div
        className={styles.sheet}
        role="table"
        aria-rowcount={frame.rowCount + 1}
        aria-label={frame.name}
        style={{ height: ROW_SIZE * (frame.rowCount + 1) }}
      >
        <div className={styles.head} role="row" aria-rowindex={1}>
          <div role="columnheader" className={mergeClasses(styles.cell, styles.gutter)}>
            <Unseen>{words.browser.rowHeader}</Unseen>
          </div>
          {widths.map((width, column) => (
            <div
              key={column}
              role="columnheader"
              className={mergeClasses(styles.cell, styles.center)}
              style={width}
            >
              {columnName(column)}
            </div>
          ))}
        </div>
        {Array.from({ length: to - from }, (_, at) => from + at).map((index) => {
          const row = rowAt(index);
          const isSelected = selected === index + 1;
          return (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              aria-current={isSelected ? 'true' : undefined}
              data-row={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${ROW_SIZE * (index + 1)}px)` }}
              onClick={() => onSelect(index + 1)}
            >
              <div
                role="rowheader"
                className={mergeClasses(
                  styles.cell,
                  styles.gutter,
                  isSelected && styles.selectedGutter,
                )}
              >
                {index + 1}
              </div>
              {widths.map((width, column) => (
                <div
                  key={column}
                  role="cell"
                  className={mergeClasses(
                    styles.cell,
                    row?.numeric[column] === true && styles.numeric,
                    row?.fill != null && styles.filled,
                    isSelected && styles.selected,
                  )}
                  style={row?.fill ? { ...width, backgroundColor: row.fill } : width}
                >
                  {row?.cells[column] ?? ''}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
