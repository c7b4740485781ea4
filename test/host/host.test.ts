import { openWorkbook } from './node-client.ts';
import type { HostOptions, WireHost } from './host.ts';
import type { WorkbookLiteral } from './model.ts';

const BOOK: WorkbookLiteral = {
  sheets: [
    {
      name: 'A',
      rows: [
        ['h', 1],
        ['i', 2],
      ],
    },
  ],
};
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: { readonly code?: string }) => error.code,
  );

async function act(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void,
  book: WorkbookLiteral = BOOK,
  options: HostOptions = {},
): Promise<{ readonly code: unknown; readonly host: WireHost }> {
  const host = openWorkbook(book, options);
  const code = await codeOf(
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem('A'), context);
      await context.sync();
    }),
  );
  return { code, host };
}

describe('the host refuses as Excel does', () => {
  test.each<[string, string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void]>([
    ['ApiNotFound', 'a member that it does not have', (sheet) => void sheet.shapes.addTextBox('x')],
    [
      'ApiNotFound',
      'a property that it does not have',
      (sheet) => void sheet.load('standardWidth'),
    ],
    [
      'ItemNotFound',
      'a sheet that is not there',
      (_, context) => void context.workbook.worksheets.getItem('B').load('name'),
    ],
    [
      'ItemAlreadyExists',
      'a name that is taken, in any case',
      (_, context) => void context.workbook.worksheets.add('a'),
    ],
    [
      'InvalidArgument',
      'a name that no sheet may have',
      (_, context) => void context.workbook.worksheets.add('a/b'),
    ],
    [
      'InvalidArgument',
      'an array of another shape',
      (sheet) => void (sheet.getRange('A1:B2').values = [[1, 2]]),
    ],
    [
      'InvalidArgument',
      'a chart whose series Excel should guess',
      (sheet) => void sheet.charts.add('Line', sheet.getRange('B1:B2'), 'Auto'),
    ],
    [
      'InvalidArgument',
      'a colour that is none',
      (sheet) => void (sheet.getRange('A1').format.fill.color = '#12'),
    ],
  ])('%s: %s', async (expected, _, work) => {
    expect((await act(work)).code).toBe(expected);
  });

  test('a protected sheet refuses values and, unless allowed, formats', async () => {
    const locked: WorkbookLiteral = { sheets: [{ ...BOOK.sheets[0]!, protection: {} }] };
    expect((await act((sheet) => void (sheet.getRange('A1').values = [[1]]), locked)).code).toBe(
      'AccessDenied',
    );
    expect(
      (await act((sheet) => void (sheet.getRange('A1').format.fill.color = '#FF0000'), locked))
        .code,
    ).toBe('AccessDenied');
  });

  test('requests and replies above the limit', async () => {
    expect(
      (
        await act((sheet) => void (sheet.getRange('A1').values = [['x'.repeat(2_000)]]), BOOK, {
          payloadLimit: 1_500,
        })
      ).code,
    ).toBe('RequestPayloadSizeLimitExceeded');
    const long: WorkbookLiteral = { sheets: [{ name: 'A', rows: [['x'.repeat(5_000)]] }] };
    expect(
      (
        await act((sheet) => void sheet.getRange('A1').load('values'), long, {
          payloadLimit: 3_000,
        })
      ).code,
    ).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('what came before the action that failed stays', async () => {
    const { code, host } = await act((sheet) => {
      sheet.getRange('A1').values = [['done']];
      sheet.getRange('A1:B2').values = [[1]];
    });
    expect([code, host.sheet('A').columns[0]?.[0]]).toEqual(['InvalidArgument', 'done']);
  });
});

describe('what is put into cells', () => {
  test.each<[string, string | number | boolean, unknown, string | undefined]>([
    ['a formula', '=A1', 0, '=A1'],
    ['a sign that begins one', '+A1', 0, '=+A1'],
    ['a quoted formula', "'=A1", '=A1', undefined],
    ['digits', '0012', 12, undefined],
    ['quoted digits', "'0012", '0012', undefined],
    ['a date', '2025-01-05', 45_662, undefined],
    ['a truth', 'true', true, undefined],
    ['an error', '#N/A', { error: '#N/A' }, undefined],
    ['plain text', '甲', '甲', undefined],
    ['nothing', '', null, undefined],
  ])('%s', async (_, given, value, formula) => {
    const { host } = await act((sheet) => void (sheet.getRange('A1').values = [[given]]));
    expect([host.sheet('A').columns[0]?.[0], host.sheet('A').formulas.get(0)]).toEqual([
      value,
      formula,
    ]);
  });

  test('over a filter, values land in the rows that show', async () => {
    const { host } = await act((sheet) => void (sheet.getRange('A1:A2').values = [['x'], ['y']]), {
      sheets: [{ name: 'A', rows: [['h'], ['i'], ['j']], filteredRows: [2] }],
    });
    expect(host.sheet('A').columns[0]).toEqual(['x', 'i', 'y']);
  });
});

describe('undo', () => {
  test('each sync is a step; a merged run is one; undoing brings everything back', async () => {
    const host = openWorkbook(BOOK);
    const start = host.snapshot();
    const twice = async (context: Excel.RequestContext): Promise<void> => {
      const sheet = context.workbook.worksheets.getItem('A');
      sheet.getRange('A1').values = [['x']];
      await context.sync();
      sheet.getRange('A2').format.fill.color = '#FF0000';
      await context.sync();
      context.workbook.worksheets.add('B');
      await context.sync();
    };
    await Excel.run(twice);
    expect(host.journal.depth).toBe(3);
    while (host.journal.undo());
    expect(host.snapshot()).toEqual(start);
    await Excel.run({ mergeUndoGroup: true }, twice);
    expect(host.journal.depth).toBe(1);
    host.journal.undo();
    expect(host.snapshot()).toEqual(start);
  });

  test('a call without undo empties the list, and throws inside a group', async () => {
    const host = openWorkbook(BOOK);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('A').getRange('A1').values = [['x']];
      await context.sync();
      context.workbook.worksheets.add('B').delete();
      await context.sync();
    });
    expect(host.journal.depth).toBe(1);
    const grouped = Excel.run({ mergeUndoGroup: true }, async (context) => {
      context.workbook.worksheets.getItem('A').protection.protect();
      await context.sync();
    });
    expect(await codeOf(grouped)).toBe('UndoNotSupported');
  });
});

test(
  'a request that may wait is served after the edit; one that may not is ' + 'turned away',
  async () => {
    const host = openWorkbook(BOOK);
    host.beginCellEdit();
    const read = (context: Excel.RequestContext): Promise<void> => {
      context.workbook.worksheets.load('items/name');
      return context.sync();
    };
    expect(await codeOf(Excel.run(read))).toBe('InvalidOperationInCellEditMode');
    const waiting = Excel.run({ delayForCellEdit: true }, read);
    host.endCellEdit();
    expect(await codeOf(waiting)).toBe('no error');
  },
);

test('the log counts bytes, not characters', async () => {
  const { host } = await act(
    (sheet) => void (sheet.getRange('A1').values = [['汉'.repeat(1_000)]]),
  );
  expect(host.log[0]?.requestBytes).toBeGreaterThan(3_000);
});
