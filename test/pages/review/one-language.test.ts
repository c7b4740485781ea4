import { DEFAULT_SETTINGS } from '#application/memory/settings.ts';
import { Session } from '#application/session/session.ts';
import { sessionTools } from '#hosts/session-tools.ts';
import { openWorkbook } from '#workbook/files/file-workbook.ts';

const LEDGER = `Order ID,Customer,Industry,Product,Category,Signed on,Amount,Status,Probability
A1,Lakeside Bank,Finance,WAF,Security,2025-02-10,200000,Signed,
A2,Lakeside Bank,Finance,ECS,Base,2025-03-02,280000,Signed,
A3,Donghu School,Education,ECS,Base,2025-05-12,350000,Signed,
A4,Hill College,Education,RDS,Base,2025-08-20,260000,Signed,
A5,Hill College,Education,RDS,Base,2025-09-20,-60000,Refund,
A6,North Games,Internet,OSS,Base,2025-11-20,890000,Signed,
A7,North Games,Internet,WAF,Security,2025-12-20,96000,Negotiating,70%
`;

/** Every text of the pages that an English ledger comes to. */
async function pageTexts(): Promise<readonly string[]> {
  const opened = await openWorkbook(Buffer.from(LEDGER), 'orders.csv');
  if (!opened.ok) throw new Error(opened.error.code);
  const book = opened.value;
  const session = new Session(book, sessionTools);
  const options = { step: () => undefined, signal: new AbortController().signal };
  const outcome = await session.analyze(DEFAULT_SETTINGS, options);
  if (!outcome.ok) throw new Error('not analyzed');
  await session.writeReview('en-US', options);
  const ours = (await book.listSheets()).filter(({ ours, hidden }) => ours && !hidden);
  const sheets = await Promise.all(ours.map(({ name }) => book.readSheet(name)));
  return sheets.flatMap(({ columns }) => columns.flatMap((cells) => cells.map(String)));
}

it('a review of an English ledger holds no word of Chinese', async () => {
  const texts = await pageTexts();
  expect(texts.join('\n')).toContain('Common set for protection level 2: Cloud Firewall,');
  expect(texts.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
