/// <reference types="office-js" />
import { itemAt } from '#domain/columns.ts';
import type { Conversation, Surroundings } from './conversation.ts';
import { isMissingApi, treatmentOf } from './error-table.ts';

interface Lifted {
  readonly filter: Excel.AutoFilter;
  readonly range: Excel.Range;
  readonly criteria: readonly (Excel.FilterCriteria | null)[];
}

/**
 * Does some writing on a sheet with its filters out of the way: under a filter Excel puts a block's
 * values into the visible rows. The filters are said, lifted, and set again as they were.
 */
export async function withoutFilters<T>(
  talk: Conversation,
  sheet: Excel.Worksheet,
  surroundings: Surroundings,
  write: () => Promise<T>,
): Promise<T> {
  const filters = await activeFilters(talk, sheet);
  if (filters.length === 0) return write();
  const name = await talk.step(() => sheet.load('name'));
  surroundings.notice({ code: 'excel.filterLifted', sheet: name.name });
  await talk.step(() => {
    for (const { filter } of filters) filter.clearCriteria();
  });
  try {
    return await write();
  } finally {
    await restore(talk.unstoppable(), filters).catch((error: unknown) => {
      if (treatmentOf(error) === 'ungroup') throw error;
      surroundings.notice({ code: 'excel.filterNotRestored', sheet: name.name });
    });
  }
}

async function activeFilters(
  talk: Conversation,
  sheet: Excel.Worksheet,
): Promise<readonly Lifted[]> {
  const tables = await talk.step(() => sheet.tables.load('items/name'));
  const all = [sheet.autoFilter, ...tables.items.map((table) => table.autoFilter)];
  try {
    await talk.step(() => all.forEach((filter) => void filter.load('enabled,isDataFiltered')));
    const active = all.filter((filter) => filter.isDataFiltered);
    if (active.length === 0) return [];
    const ranges = await talk.step(() =>
      active.map((filter) => {
        filter.load('criteria');
        return filter.getRangeOrNullObject().load('address');
      }),
    );
    return active.map((filter, at) => ({
      filter,
      range: itemAt(ranges, at),
      criteria: filter.criteria as readonly (Excel.FilterCriteria | null)[],
    }));
  } catch (error) {
    if (isMissingApi(error)) return [];
    throw error;
  }
}

async function restore(talk: Conversation, filters: readonly Lifted[]): Promise<void> {
  await talk.step(() => {
    for (const { filter, range, criteria } of filters)
      criteria.forEach((one, column) => {
        if (one && (one as { readonly filterOn?: string }).filterOn)
          filter.apply(range, column, one);
      });
  });
}
