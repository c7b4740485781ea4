import type { Univer } from '@univerjs/core';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreStyle from '@univerjs/preset-sheets-core/lib/index.css';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterStyle from '@univerjs/preset-sheets-filter/lib/index.css';
import { UniverSheetsFindReplacePreset } from '@univerjs/preset-sheets-find-replace';
import findStyle from '@univerjs/preset-sheets-find-replace/lib/index.css';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortStyle from '@univerjs/preset-sheets-sort/lib/index.css';
import { HIDDEN_MENUS } from './refused-cells.ts';

/** Asks for the looks of the parts, which are there by the time that these are drawn. */
export function addStyleSheets(): void {
  for (const address of [coreStyle, filterStyle, findStyle, sortStyle]) addStyleSheet(address);
}

/**
 * What of the grid the page has.
 *
 * @param isComputed - every formula has its result
 */
export function registerParts(univer: Univer, container: HTMLElement, isComputed: boolean): void {
  const presets = [
    UniverSheetsCorePreset({
      container,
      // The file's own results stand until something that they rest on changes.
      formula: {
        initialFormulaComputing: isComputed
          ? CalculationMode.NO_CALCULATION
          : CalculationMode.WHEN_EMPTY,
      },
      menu: HIDDEN_MENUS,
      // Order numbers are texts of digits on purpose: no word about it at each of them.
      disableTextFormatAlert: true,
      sheets: { disableForceStringAlert: true },
      header: true,
      toolbar: false,
      // What the person is doing beside the sheet goes on when it comes.
      disableAutoFocus: true,
      footer: {
        sheetBar: true,
        statisticBar: true,
        menus: false,
        zoomSlider: true,
        addSheetButtonConfig: { show: false },
      },
    }),
    UniverSheetsFilterPreset(),
    UniverSheetsSortPreset(),
    UniverSheetsFindReplacePreset(),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins as unknown[])) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin as never);
  }
}

function addStyleSheet(address: string): void {
  if (document.querySelector(`link[href="${address}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
}
