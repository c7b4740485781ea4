import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import type { FileSession } from '#application/session/file-session.ts';
import type { Language } from '#domain/language.ts';
import { unzip } from '../workbook/fixture.ts';
import { newWorkbook } from '#workbook/xlsx/new/new-workbook.ts';
import { samplePage } from '../../scripts/sample-page.ts';
import { pageOver } from './page-over.ts';

const HEADER = '订单号,客户,产品类别,签约日期,实付金额(元),状态';
const ledgerOf = (rows: number): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      [
        HEADER,
        ...Array.from(
          { length: rows },
          (_, row) =>
            `A${row},客户${row % 7},基础,2025-0${(row % 9) + 1}-10,${1000 + (row % 900)},已签`,
        ),
      ].join('\n'),
    ),
  );

const FILES = {
  csv: { name: '台账.csv', bytes: ledgerOf(200) },
  /** Takes more than one turn to write. */
  long: { name: '台账.csv', bytes: ledgerOf(2_500) },
  xlsx: { name: '台账.xlsx', bytes: newWorkbook([samplePage('zh-CN')]) },
} as const;
type Kind = keyof typeof FILES;

/** Where a copy keeps our texts. */
const KEPT = 'RebateRadar';

const run = { step: () => undefined, signal: new AbortController().signal };

/** The file, analyzed, with a cell typed into it. */
async function worked(kind: Kind): Promise<FileSession> {
  const page = pageOver(null);
  const { name, bytes } = FILES[kind];
  const opened = await page.open(bytes, name, { signal: run.signal });
  if (!opened.ok) throw new Error(opened.error.code);
  const outcome = await page.analyze(DEFAULT_SETTINGS, run);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const [sheet] = opened.value.sheets;
  await page.editCells(opened.value.opening, sheet!.name, [
    { row: 2, column: 1, kind: 'value', value: '改过的客户' },
  ]);
  return page;
}

const partsOf = async (page: FileSession) => unzip((await page.save()).bytes);
const sheetsOf = async (page: FileSession) =>
  (await page.sheets()).map(({ name }) => name).filter((name) => name !== KEPT);

/** Does work that is stopped when it tells for the n-th time; how often it told. */
async function stoppedAt(
  turn: number,
  work: (stop: { readonly signal: AbortSignal; readonly told: () => void }) => Promise<unknown>,
): Promise<{ readonly told: number; readonly ended: string }> {
  const controller = new AbortController();
  let told = 0;
  const ended = await work({
    signal: controller.signal,
    told: () => {
      told += 1;
      if (told === turn) controller.abort();
    },
  }).then(
    () => 'done',
    (error: unknown) => (error as Error).name,
  );
  return { told, ended };
}

const review = (page: FileSession, language: Language) => (turn: number) =>
  stoppedAt(turn, ({ signal, told }) => page.writeReview(language, { signal, step: told }));
const copy = (page: FileSession) => (turn: number) =>
  stoppedAt(turn, ({ signal, told }) => page.save({ signal, progress: told }));

describe.each<Kind>(['csv', 'xlsx'])('a review that is stopped, of a .%s', (kind) => {
  it('leaves the workbook as it was at whatever moment, and can be written again', async () => {
    const page = await worked(kind);
    const before = await partsOf(page);
    const sheets = await sheetsOf(page);
    const straight = await worked(kind);
    await straight.writeReview('zh-CN');
    let turn = 1;
    for (; turn < 99; turn += 1) {
      const { ended } = await review(page, 'zh-CN')(turn);
      if (ended === 'done') break;
      expect([turn, ended, await sheetsOf(page)]).toEqual([turn, 'AbortError', sheets]);
      expect(await partsOf(page)).toEqual(before);
    }
    // Before, between and after both pages.
    expect(turn).toBeGreaterThan(3);
    expect(await sheetsOf(page)).toEqual(await sheetsOf(straight));
  });

  it('keeps the review before it, and what is typed meanwhile', async () => {
    const page = await worked(kind);
    await page.writeReview('zh-CN');
    const before = await partsOf(page);
    const sheet = (await sheetsOf(page))[0]!;
    const typed = [{ row: 3, column: 1, kind: 'value', value: '后来改的' }] as const;
    await stoppedAt(2, ({ signal, told }) =>
      page.writeReview('en-US', {
        signal,
        step: () => {
          told();
          void page.editCells(1, sheet, typed);
        },
      }),
    );
    const after = await partsOf(page);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect((await page.rows(sheet, 3, 1)).rows[0]!.cells[1]).toBe('后来改的');
  });
});

describe.each<Kind>(['long', 'xlsx'])('a copy that is stopped (%s)', (kind) => {
  it('is made whole the next time, whenever it was stopped', async () => {
    const whole = await partsOf(await worked(kind));
    let [turn, ended] = [1, ''];
    for (; ended !== 'done'; turn += 3) {
      const page = await worked(kind);
      ({ ended } = await copy(page)(turn));
      expect(await partsOf(page)).toEqual(whole);
    }
    expect(turn).toBeGreaterThan(4);
  });

  it('tells how far it is, never backwards', async () => {
    const page = await worked(kind);
    const shares: number[] = [];
    await page.save({ progress: (done, total) => shares.push(done / (total ?? NaN)) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
