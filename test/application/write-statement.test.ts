import { readSheets } from '#application/read/read-sheets.ts';
import { reconcileStatement } from '#application/reconcile/reconcile.ts';
import { writeStatement } from '#application/write/write-statement.ts';
import { readOrders } from '#application/read/read-orders.ts';
import { dateOf } from '#domain/calendar/local-date.ts';
import { fen } from '#domain/money/fen.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { examplePolicy } from '#domain/policy/example-policy.ts';
import { cellAt } from '#domain/sheet.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';

const LEDGER = `订单号,客户,产品,类别,签约日期,实付
D100001,甲,云服务器ECS,基础,2025-01-10,600000
D100002,乙,云服务器ECS,基础,2025-02-10,100000
D100003,丙,云WAF,安全,2025-03-10,50000`;
const STATEMENT = `订单号,客户,产品,佣金金额
D100001,甲,云服务器ECS,24000
D100002,乙,云服务器ECS,3000`;

const BONUS: Policy = {
  ...examplePolicy,
  components: examplePolicy.components.map((component) => ({
    ...component,
    pay: 'year',
    tiers: component.tiers.map((tier) => ({ ...tier, bonus: fen(300_000) })),
  })),
};

const opened = async (text: string, name: string) => {
  const result = await openWorkbook(new TextEncoder().encode(text), name);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const sheetsOf = async (text: string, name: string) =>
  readSheets(await opened(text, name), {
    signal: new AbortController().signal,
    progress: () => undefined,
  });

describe.each([
  ['zh-CN', '对账', '催补'],
  ['en-US', 'Statement', 'claim'],
] as const)('the statement tab, %s', (language, name, claim) => {
  test('holds causes, orders with their difference, what to claim and the letter', async () => {
    const settled = reconcileStatement({
      ledger: readOrders(await sheetsOf(LEDGER, 'ledger.csv'), { policy: examplePolicy }),
      policy: examplePolicy,
      statementSheets: await sheetsOf(STATEMENT, 'statement.csv'),
      from: dateOf(2025, 1, 1),
      to: dateOf(2025, 3, 31),
    });
    if (!settled.ok) throw new Error(settled.error.code);
    const book = await opened(LEDGER, 'ledger.csv');
    expect(await writeStatement(book, settled.value, language)).toBe(name);
    const sheet = await book.readSheet(name);
    const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
      sheet.columns.map((_column, column) => cellAt(sheet, row, column)),
    );
    const { totals } = settled.value.reconciliation;
    expect(rows.find((cells) => cells.includes(totals.difference / 100))).toBeDefined();
    expect(rows.find((cells) => cells[1] === 'D100002')?.slice(4, 7)).toEqual([4000, 3000, -1000]);
    expect(rows.find((cells) => cells[1] === 'D100003')?.slice(4, 7)).toEqual([3500, 0, -3500]);
    const texts = rows.map((cells) => String(cells[1] ?? ''));
    expect(texts.some((text) => text.toLowerCase().includes(claim))).toBe(true);
    expect(texts.filter((text) => text.includes('D100002')).length).toBeGreaterThan(1);
    expect(texts.join()).not.toContain('6,000.00');
    expect(await writeStatement(book, settled.value, language)).toBe(name);
    expect((await book.listSheets()).filter((each) => each.name.startsWith(name))).toHaveLength(1);
  });

  test('holds no causes where all agrees, and no claim of an amount that is not read', async () => {
    const rowsOf = async (statement: string) => {
      const settled = reconcileStatement({
        ledger: readOrders(await sheetsOf(LEDGER, 'ledger.csv'), { policy: examplePolicy }),
        policy: examplePolicy,
        statementSheets: await sheetsOf(statement, 'statement.csv'),
        from: dateOf(2025, 1, 1),
        to: dateOf(2025, 3, 31),
      });
      if (!settled.ok) throw new Error(settled.error.code);
      const book = await opened(LEDGER, 'ledger.csv');
      await writeStatement(book, settled.value, language);
      const sheet = await book.readSheet(name);
      return (sheet.columns[1] ?? []).map(String);
    };
    const causes = /^(?:差异原因|Differences by cause)$/;
    const rest = 'D100002,乙,云服务器ECS,4000\nD100003,丙,云WAF,3500';
    const agreed = await rowsOf(`订单号,客户,产品,佣金金额\nD100001,甲,云服务器ECS,24000\n${rest}`);
    expect(agreed.filter((text) => causes.test(text))).toEqual([]);
    const unread = await rowsOf(
      `订单号,客户,产品,佣金金额\nD100001,甲,云服务器ECS,8.0.0x\n${rest}`,
    );
    expect(unread.filter((text) => causes.test(text))).toHaveLength(1);
    expect(unread.join('\n')).toMatch(/不催补|Nothing to claim/);
    expect(unread.join('\n')).not.toMatch(/无需处理|Nothing to do/);
  });

  test('says what the policy pays beside the lines: two components with 3,000 each', async () => {
    const settled = reconcileStatement({
      ledger: readOrders(await sheetsOf(LEDGER, 'ledger.csv'), { policy: BONUS }),
      policy: BONUS,
      statementSheets: await sheetsOf(STATEMENT, 'statement.csv'),
      from: dateOf(2025, 1, 1),
      to: dateOf(2025, 12, 31),
    });
    if (!settled.ok) throw new Error(settled.error.code);
    const book = await opened(LEDGER, 'ledger.csv');
    await writeStatement(book, settled.value, language);
    const sheet = await book.readSheet(name);
    const texts = Array.from({ length: sheet.rowCount }, (_, row) =>
      String(cellAt(sheet, row, 1) ?? ''),
    );
    expect(texts.filter((text) => text.includes('6,000.00'))).toHaveLength(1);
  });
});
