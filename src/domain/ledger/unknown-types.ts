import type { Fen } from '../money/fen.ts';
import { foldKey } from '../reading/fold-text.ts';
import { isCategoryWord } from './categories-across.ts';
import type { LedgerReportFact } from './ledger.facts.ts';
import { counts } from './ledger.ts';
import { ROW_KINDS } from './row-kind.ts';
import { wordOfType } from './row-words.ts';
import type { SectionBeingRead } from './section-being-read.ts';

/** Kinds of sales that say nothing against a row. */
const SALES =
  /新[购签增客订开单]|首[购单次]|续[费签订约保]|升[级配]|扩容|增[购补]|加[购单]|追加|补单|包[年月]|年付|月付|季付|预付|后付|按[量需月年时次]|订阅|消费|使用|采购|购买|买断|销售|下单|订单|订购|合同|框架|正式|直销|分销|代[销理]|渠道|普通|标准|一般|项目|维保|维护|出账|账单|扣费|蓝字|^交易$|即时到账|new|initial|first|renew|extend|extension|upgrad|upsell|cross-?sell|expan|add-?on|additional|top-?up|subscri|usage|on-?demand|pay-?(?:as|go)|paygo|pre-?paid|post-?paid|reserved|purchase|buy|bought|sale|sold|order|charge|contract|standard|regular|direct|channel|resale|licen[cs]e|recurring|one-?time|invoice/;

const saysSale = (text: string): boolean =>
  /^[-–—/]*$/.test(text) || SALES.test(foldKey(text)) || isCategoryWord(text);

/** A number says nothing of a status: vendors contradict themselves about what 3 means. */
const isStrange = (role: Role, word: string): boolean =>
  role === 'status' ? /^\d{1,4}$/.test(word) : wordOfType(word) === 'none' && !saysSale(word);

type Role = 'orderType' | 'status';

/** Types and statuses that nobody knows, on rows that count: how many, and what they come to. */
export const unknownTypes = (run: SectionBeingRead): LedgerReportFact[] =>
  (['orderType', 'status'] as const).flatMap((role) => unknownIn(run, role));

function unknownIn(
  {
    draft: { kind, amount },
    columns,
    section: { sheet, layout, from, to },
    base,
  }: SectionBeingRead,
  role: Role,
): LedgerReportFact[] {
  const column = columns.text[role];
  if (column === undefined || column.column === columns.orderId?.column) return [];
  const strange = column.values.map((word) => isStrange(role, word));
  if (!strange.includes(true)) return [];
  const found = new Map<number, { word: string; count: number; amount: Fen }>();
  for (let offset = 0; offset < to - from; offset++) {
    const code = column.codes[offset] ?? 0;
    if (strange[code] !== true || !counts(ROW_KINDS[kind[base + offset] ?? 0] ?? 'blank')) continue;
    const known = found.get(code) ?? {
      word: column.values[code] ?? '',
      count: 0,
      amount: 0 as Fen,
    };
    known.count++;
    known.amount = (known.amount + (amount[base + offset] || 0)) as Fen;
    found.set(code, known);
  }
  const header = layout.at.get(role)?.label ?? '';
  const types = [...found.values()].slice(0, TYPES_NAMED);
  return types.length === 0
    ? []
    : [{ code: 'ledger.types-unknown', sheet: sheet.name, header, types }];
}

const TYPES_NAMED = 20;
