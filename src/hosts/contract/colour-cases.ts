import { equal, fillsOf, on, ORDERS } from './contract-case.ts';
import type { ContractCase } from './subject.ts';

/** How orders are coloured, and given their own fills back. */
export const COLOURS: readonly ContractCase[] = [
  on('clearing the highlights brings back the user’s own fills', [ORDERS], async (subject) => {
    const before = await fillsOf(subject);
    await subject.port.highlight(ORDERS.name, { left: 0, right: 3 }, [
      { row: 3, color: '#E2EFDA' },
      { row: 4, color: '#FCE4D6' },
    ]);
    equal(await subject.fills(ORDERS.name, 3, 4), ['#E2EFDA', '#E2EFDA', '#E2EFDA', '#E2EFDA']);
    equal(await subject.fills(ORDERS.name, 4, 4), ['#FCE4D6', '#FCE4D6', '#FCE4D6', '#FCE4D6']);
    await subject.port.clearHighlights();
    equal(await fillsOf(subject), before);
  }),

  on('also after the workbook was saved and opened again', [ORDERS], async (subject) => {
    const before = await fillsOf(subject);
    await subject.port.highlight(ORDERS.name, { left: 0, right: 3 }, [
      { row: 3, color: '#E2EFDA' },
    ]);
    const after = await subject.reopen();
    await after.port.clearHighlights();
    equal(await fillsOf(after), before);
  }),

  on('highlighting again replaces the highlights before', [ORDERS], async (subject) => {
    const before = await fillsOf(subject);
    await subject.port.highlight(ORDERS.name, { left: 0, right: 3 }, [
      { row: 3, color: '#E2EFDA' },
    ]);
    await subject.port.highlight(ORDERS.name, { left: 1, right: 2 }, [
      { row: 5, color: '#FFF2CC' },
    ]);
    equal(
      [await subject.fills(ORDERS.name, 3, 4), await subject.fills(ORDERS.name, 5, 4)],
      [before[2], ['', '#FFF2CC', '#FFF2CC', '']],
    );
    await subject.port.clearHighlights();
    equal(await fillsOf(subject), before);
  }),

  on('highlighting no row takes the highlights away', [ORDERS], async (subject) => {
    const before = await fillsOf(subject);
    await subject.port.highlight(ORDERS.name, { left: 0, right: 3 }, [
      { row: 3, color: '#E2EFDA' },
    ]);
    await subject.port.highlight(ORDERS.name, { left: 0, right: 3 }, []);
    equal(await fillsOf(subject), before);
  }),

  on('clearing where nothing is highlighted changes nothing', [ORDERS], async (subject) => {
    const before = await fillsOf(subject);
    await subject.port.clearHighlights();
    equal(await fillsOf(subject), before);
  }),
];
