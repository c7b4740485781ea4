import {
  CommandType,
  type ICommandInfo,
  ICommandService,
  type Injector,
  IUndoRedoService,
} from '@univerjs/core';
import {
  RemoveSheetFilterCommand,
  RemoveSheetsFilterMutation,
  SheetsFilterService,
} from '@univerjs/preset-sheets-filter';

interface FilteredRows {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly rows: readonly number[];
}

/** By which rows are hidden as the filter that was taken off had hidden them. */
const HIDE = 'rebate-radar.mutation.hide-filtered-rows';

/**
 * Taking a filter off, taken back: the grid brings the filter with its own conditions back. Rows
 * that the filter of a file hides are hidden without any, and would stay in view.
 */
export class FilterUndo {
  private hidden: FilteredRows | null = null;
  private readonly filters: SheetsFilterService;
  private readonly undos: IUndoRedoService;

  constructor(injector: Injector) {
    this.filters = injector.get(SheetsFilterService);
    this.undos = injector.get(IUndoRedoService);
    injector.get(ICommandService).registerCommand({
      id: HIDE,
      type: CommandType.MUTATION,
      handler: (_, params: FilteredRows) => {
        const filter = this.filters.getFilterModel(params.unitId, params.subUnitId);
        if (filter) filter.filteredOutRows = new Set(params.rows);
        return true;
      },
    });
  }

  before({ id, params }: ICommandInfo): void {
    if (id !== RemoveSheetsFilterMutation.id) return;
    const { unitId, subUnitId } = params as FilteredRows;
    const rows = this.filters.getFilterModel(unitId, subUnitId)?.filteredOutRows ?? [];
    this.hidden = { unitId, subUnitId, rows: [...rows] };
  }

  /** The command that took it off has noted how it is taken back. */
  after(id: string): void {
    if (id !== RemoveSheetFilterCommand.id || this.hidden === null) return;
    this.undos.pitchTopUndoElement()?.undoMutations.push({ id: HIDE, params: this.hidden });
    this.hidden = null;
  }
}
