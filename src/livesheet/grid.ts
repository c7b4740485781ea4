import {
  CommandType,
  CustomCommandExecutionError,
  ICommandService,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  merge,
  Univer,
  UniverInstanceType,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { DeviceInputEventType } from '@univerjs/preset-sheets-core';
import { SheetsFindReplaceController } from '@univerjs/preset-sheets-find-replace';
import type {
  GridAction,
  GridEvents,
  GridFunction,
  GridSheet,
  LiveGrid,
} from '#application/live/live-grid.ts';
import { cellAddress, isFault } from '#domain/sheet.ts';
import { valueOf } from './edited-cells.ts';
import { CellNote } from './cell-note.ts';
import { Charts } from './chart/charts.ts';
import { Completion } from './completion.ts';
import { type Computing, watchComputing } from './computing.ts';
import { EditCollector } from './edit-collector.ts';
import { FileLooks } from './file-looks.ts';
import { Fills } from './fills.ts';
import { FilterUndo } from './filter-undo.ts';
import { registerFunctions } from './live-functions.ts';
import { GrowingTables } from './growing-tables.ts';
import { RenamedColumns } from './renamed-columns.ts';
import { Sorting } from './sorting.ts';
import { Spills } from './spills.ts';
import './bracketed-formulas.ts';
import './text-marks.ts';
import { leaveOutLate } from './late-results.ts';
import { fetchOtherLocale, loadLocale } from './locales.ts';
import { copyInQuotes, pasteAsTyped } from './pasting.ts';
import { paceEngine } from './paced-engine.ts';
import { goThere, watchFocus } from './quiet-focus.ts';
import { RefusedCells, isRefused } from './refused-cells.ts';
import { addStyleSheets, registerParts } from './parts.ts';
import { makeEditorRoomy } from './roomy-editor.ts';
import { dressTables } from './tables.ts';
import { TableFormulas } from './table-formulas.ts';
import { BOOK, workbookData } from './workbook-data.ts';

interface GridOptions {
  readonly container: HTMLElement;
  readonly language: 'zh-CN' | 'en-US';
  readonly isDark: boolean;
  readonly sheets: readonly GridSheet[];
  readonly shown: string;
  readonly functions: readonly GridFunction[];
  readonly events: GridEvents;
  /** Said in the place of a chart that is not drawn. */
  readonly notDrawn: string;
  /** What the grid says without bringing the words. */
  readonly gridWords: object;
}

/** Opens a live workbook in an element of the page. */
export async function openGrid(options: GridOptions): Promise<LiveGrid> {
  addStyleSheets();
  const { container, language, isDark, sheets, gridWords } = options;
  watchFocus(container);
  const locale = language === 'zh-CN' ? LocaleType.ZH_CN : LocaleType.EN_US;
  const univer = new Univer({
    locale,
    locales: { [locale]: merge({}, ...(await loadLocale(language)), gridWords) },
    darkMode: isDark,
  });
  const ids = new Map(sheets.map(({ name }, index) => [name, `sheet${index}`]));
  const tables = new TableFormulas(sheets, ids);
  const { data, isComputed } = await workbookData(sheets, options.functions, ids, tables);
  registerParts(univer, container, isComputed);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
  const grid = new Grid(univer, options, ids, tables);
  // Until it is drawn, clicks and keys are lost: a sheet that is handed over takes them.
  await univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
  // It would come some seconds later, and the button would do nothing until then.
  univer.__getInjector().get(SheetsFindReplaceController);
  grid.drawCharts(options);
  fetchOtherLocale(language);
  return grid;
}

const ACTIONS: Readonly<Record<Exclude<GridAction, 'sortUp' | 'sortDown'>, string>> = {
  undo: 'univer.command.undo',
  redo: 'univer.command.redo',
  filter: 'sheet.command.smart-toggle-filter',
  find: 'ui.operation.open-find-dialog',
};

/**
 * By which a selection comes about. The facade's own event for it is at times never heard: whether
 * its listeners are there hangs on what was drawn first.
 */
const SELECTED = 'sheet.operation.set-selections';

interface SelectedCells {
  readonly subUnitId: string;
  readonly selections: readonly {
    readonly range: { readonly startRow: number; readonly startColumn: number };
  }[];
}

/** By which the editor of a cell comes and goes; what stands in it is taken when it goes. */
const EDITOR_SHOWN = 'sheet.operation.set-cell-edit-visible';

/** By which the grid's engine, too, writes what it computed. */
const VALUES_SET = 'sheet.mutation.set-range-values';

class Grid implements LiveGrid {
  private readonly api: FUniver;
  private readonly fills: Fills;
  private readonly collector: EditCollector;
  private readonly sorting: Sorting;
  private readonly refused = new RefusedCells();
  private readonly note = new CellNote();
  private readonly computing: Computing;

  constructor(
    private readonly univer: Univer,
    { functions, events, shown, sheets }: GridOptions,
    private readonly ids: ReadonlyMap<string, string>,
    tables: TableFormulas,
  ) {
    this.api = FUniver.newAPI(univer);
    const injector = univer.__getInjector();
    this.fills = new Fills(injector);
    this.sorting = new Sorting(
      injector,
      (id) => this.sheetWith(id),
      (id) => tables.on(id),
    );
    const colours = dressTables(injector, sheets, ids);
    const growing = new GrowingTables(injector, (id) => this.sheetWith(id), tables, colours, BOOK);
    const sheetIds = [...ids.values()];
    const renamed = new RenamedColumns(injector, sheetIds, (id) => this.sheetWith(id), tables);
    registerFunctions(this.api, functions, this.refused);
    tables.listen(paceEngine(injector), (sheet, row, column) =>
      valueOf(this.worksheet(sheet)?.getSheet().getCellRaw(row, column)),
    );
    this.computing = watchComputing(injector);
    renamed.begin();
    makeEditorRoomy(injector);
    pasteAsTyped(injector);
    copyInQuotes(injector);
    const completion = new Completion(injector);
    const filterUndo = new FilterUndo(injector);
    this.collector = new EditCollector(
      this.api,
      ids,
      new Spills(injector, BOOK, sheets, ids),
      new FileLooks(sheets, ids),
      tables,
      renamed,
      growing,
      events,
    );
    const commands = injector.get(ICommandService);
    commands.beforeCommandExecuted((command, options) => {
      const { id, type } = command;
      this.sorting.before(command);
      completion.before(command);
      filterUndo.before(command);
      growing.before(command, options);
      leaveOutLate(command, (sheet, row, column) => this.sheetWith(sheet)?.getCellRaw(row, column));
      if (type !== CommandType.COMMAND || !isRefused(id)) return;
      events.refused();
      throw new CustomCommandExecutionError(`Not kept by the file: ${id}`);
    });
    commands.onCommandExecuted(({ id, params }) => {
      filterUndo.after(id);
      this.collector.took(id, params);
    });
    this.listenToSelection(events);
    this.show(shown);
  }

  /** Once the sheets are drawn, charts can be drawn over them. */
  drawCharts({ sheets, notDrawn }: GridOptions): void {
    if (sheets.every(({ look }) => (look?.charts ?? []).length === 0)) return;
    const sheetOf = (name: string) => this.worksheet(name)?.getSheet();
    this.api.registerSheetMainExtension(BOOK, new Charts(sheets, this.ids, sheetOf, notDrawn));
    this.redraw();
  }

  show(sheet: string): void {
    this.worksheet(sheet)?.activate();
  }

  select(sheet: string, row: number): void {
    this.show(sheet);
    const worksheet = this.worksheet(sheet);
    if (!worksheet) return;
    worksheet.getRange(row - 1, 0, 1, worksheet.getMaxColumns()).activate();
    worksheet.scrollToCell(Math.max(0, row - 6), 0);
  }

  fill(...[sheet, columns, fills]: Parameters<LiveGrid['fill']>): void {
    this.fills.set(this.ids.get(sheet) ?? '', columns, fills);
    this.redraw();
  }

  clearFills(): void {
    this.fills.clear();
    this.redraw();
  }

  do(action: GridAction): void {
    goThere();
    if (action !== 'sortUp' && action !== 'sortDown')
      return void this.api.executeCommand(ACTIONS[action]);
    const sheet = this.api.getActiveWorkbook()?.getActiveSheet()?.getSheet();
    if (sheet) this.sorting.around(sheet, action === 'sortUp');
  }

  recalculate(): void {
    this.api.getFormula().executeCalculation();
  }

  finish(): void {
    if (this.api.getActiveWorkbook()?.isCellEditing() !== true) return this.collector.flush();
    const unitId = this.api.getActiveWorkbook()?.getId();
    const leave = { visible: false, eventType: DeviceInputEventType.PointerDown, unitId };
    this.api.syncExecuteCommand(EDITOR_SHOWN, leave);
    this.collector.flush();
  }

  async settled(): Promise<void> {
    this.finish();
    await this.computing.idle();
    await this.collector.settled();
  }

  dispose(): void {
    this.finish();
    this.univer.dispose();
  }

  private sheetWith(id: string) {
    return this.api.getActiveWorkbook()?.getSheetBySheetId(id)?.getSheet();
  }

  private explanation(sheet: string, row: number, column: number) {
    const text = this.refused.at(sheet, row, column);
    const value = valueOf(this.sheetWith(sheet)?.getCellRaw(row, column));
    return text !== null && isFault(value) ? { cell: cellAddress(row, column), text } : null;
  }

  private redraw(): void {
    this.api.getActiveWorkbook()?.getActiveSheet()?.refreshCanvas();
  }

  private worksheet(sheet: string) {
    return this.api.getActiveWorkbook()?.getSheetByName(sheet) ?? null;
  }

  private listenToSelection(events: GridEvents): void {
    let explain = (): void => undefined;
    this.univer
      .__getInjector()
      .get(ICommandService)
      .onCommandExecuted(({ id, params }) => {
        if (id === SELECTED) {
          const { subUnitId, selections } = params as SelectedCells;
          const at = selections[0]?.range;
          const sheet = this.api.getActiveWorkbook()?.getSheetBySheetId(subUnitId);
          if (at === undefined || !sheet) return;
          events.selected(sheet.getSheetName(), at.startRow + 1);
          explain = () => {
            const why = this.explanation(subUnitId, at.startRow, at.startColumn);
            this.note.show(why && sheet.getRange(at.startRow, at.startColumn), why);
            events.explained(why);
          };
          explain();
          // A function may have its result only after its cell was chosen.
        } else if (id === VALUES_SET) explain();
      });
  }
}
