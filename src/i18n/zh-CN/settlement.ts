import { POLICY_HEADERS } from '#domain/policy/columns.ts';
import { fen } from '#domain/money/fen.ts';
import type { SettlementFact } from '#domain/settlement/settlement.facts.ts';
import type { settlementWords as english } from '../en-US/settlement.ts';
import { day, percent, yuan } from '../format.ts';
import type { Sentences, Words } from '../sentences.ts';

export const settlement: Sentences<SettlementFact> = {
  'settlement.taken-back': (fact) =>
    `${fact.sheet} 第 ${fact.rows.join('、')} 行写明是扣回，金额没带负号，已按扣减计入，共 ` +
    `${yuan(fact.amount)}。`,
  'settlement.amount-missing': (fact) =>
    `${fact.sheet} ${fact.cell}：“${fact.header}”是空的，这一单未读，补上前不计入、不催补；` +
    '公式没存下值的，请在 Excel 里重新计算并保存。',
  'settlement.line-void': (fact) =>
    `${fact.sheet} 第 ${fact.row} 行写的是“${fact.word}”，看不出是否已付，未计入：请向厂商确认。`,
  'settlement.beyond-orders': (fact) =>
    `本期政策还应付 ${yuan(fact.amount)} 的奖励、保底或补足，不属于任何一单，` +
    '逐单对账没有计入：请在结算单里找单独的一行，没有就向厂商要。',
  'settlement.clauses-untried': ({ columns }) =>
    `多数订单换了读法也对不上；${columns.map((column) => POLICY_HEADERS[column].zh).join('、')}` +
    '只按政策原文算过，没有试别的读法，请与厂商核对。',
  'settlement.several-amounts': (fact) =>
    `${fact.sheet} 第 ${fact.row} ` +
    `行表头里有几列佣金（${fact.headers.map((header) => `“${header}”`).join('、')}），` +
    '没有合计列：' +
    '请加一列“佣金金额”写合计，或只留要核对的一列，再对账。',
  'settlement.period-differs': (fact) =>
    `结算单里的订单是 ${day(fact.from)} 至 ${day(fact.to)} 的，所选期间却是 ` +
    `${day(fact.chosenFrom)} 至 ` +
    `${day(fact.chosenTo)}：请把期间改成前者（命令行用 --from 和 --to）再对账，否则会误催。`,
  'settlement.period-which': (fact) =>
    '没有选期间，结算单自己也看不出是哪一段，未对账：请选定（命令行用 --from 和 --to），可能是 ' +
    `${fact.choices.map(({ from, to }) => `${day(from)} 至 ${day(to)}`).join('，或 ')}。`,
  'settlement.period-by-itself': (fact) =>
    `没有选期间，按结算单自己的日期取 ${day(fact.from)} 至 ${day(fact.to)}；` +
    '不对时请自己选（命令行用 --from 和 --to）再对账。',
  'settlement.period-unknown': () =>
    '结算单里没有日期，也没有一行对得上台账里的订单，看不出是哪一期的，未对账：' +
    '请核对是不是这家的结算单，或加一列订单号或付款日期，再对账。',
  'settlement.other-unit': (fact) =>
    `结算单的“${fact.header}”逐单都是台账的 ${fact.times} 倍，单位不同：` +
    `请在结算单表头写明单位（如“${fact.header}(分)”或“${fact.header}(万元)”）后重试。`,
  'settlement.crosstab': ({ sheet, cell, header }) =>
    `${sheet} 把月份或季度横着排成列（${cell}“${header}”起），未读取：请改成每行一单、` +
    '佣金一列。',
  'settlement.no-table': ({ seen }) =>
    '结算单里没找到表格：要有一行表头，至少含订单号或客户，以及佣金金额' +
    (seen.length === 0 ? '' : `（看到的是 ${seen.map((text) => `“${text}”`).join('、')}）`) +
    '。',
  'settlement.sheet-unread': (fact) =>
    `${fact.sheet} 里没认出结算明细（看到的是 ${fact.seen.map((text) => `“${text}”`).join('、')}` +
    '），没有读；里面提到的订单不催补。',
  'settlement.several-partners': (fact) =>
    `${fact.sheet}：“${fact.header}”里不止一家（${fact.names.join('、')}），` +
    '台账没有的订单可能是别家的，核清前不补记。',
  'settlement.no-amount-column': (fact) =>
    `${fact.sheet} 第 ${fact.row} 行表头里没认出佣金金额` +
    (fact.headers.length === 0
      ? ''
      : `（${fact.headers.map((header) => `“${header}”`).join('、')}看不出哪一列是本期应付的）`) +
    '：请把那一列命名为“佣金金额”后重试。',
  'settlement.columns-unused': (fact) =>
    `${fact.sheet}：${fact.headers.map((header) => `“${header}”`).join('、')}` +
    '里有数字，没有用到；如果也要结算，请并入“佣金金额”后重试。',
  'settlement.lines-repeated': (fact) =>
    `${fact.sheet} 第 ${fact.rows.join('、')} 行与前面的行逐格相同，都已计入；` +
    '如是重复行，请厂商更正。',
  'settlement.unreadable-amount': (fact) =>
    `${fact.sheet} ${fact.cell}：“${fact.header}”填的“${fact.typed}”不是人民币金额，改正前不计入。`,
  'settlement.row-spilled': (fact) =>
    `${fact.sheet} 第 ${fact.row} 行：没加引号的逗号把金额分成了几列，未读；请改正后重试，` +
    '改正前不计入。',
  'settlement.unreadable-rate': (fact) =>
    `${fact.sheet} ${fact.cell}：“${fact.typed}”不是比例；该行照计，比例不核对。`,
  'settlement.unreadable-date': (fact) =>
    `${fact.sheet} ${fact.cell}：“${fact.typed}”不是日期；该行照计，日期不核对。`,
  'settlement.damaged-id': (fact) =>
    `${fact.sheet} ${fact.cell}：${fact.typed} 在 Excel 里丢了尾数，改按客户、产品、` +
    '金额匹配；请向厂商索取 CSV 或文本格式的单号。',
  'settlement.unnamed-amount': (fact) =>
    `${fact.sheet} 第 ${fact.row} 行：${yuan(fact.amount)} 没有对应的订单、客户或产品，` +
    '未计入；请看是否为合计。',
  'settlement.total-differs': (fact) =>
    `${fact.sheet} 第 ${fact.row} 行：结算单自己的合计是 ${yuan(fact.stated)}，各行相加是 ` +
    `${yuan(fact.lines)}，` +
    `相差 ${yuan(fact.difference)}；请厂商确认以哪个为准。`,
  'settlement.sheet-repeated': (fact) => `${fact.sheet} 与 ${fact.other} 的行完全相同，只计一次。`,
  'settlement.hidden-sheet': (fact) =>
    `结算单里的 ${fact.sheet} 是隐藏表，未计入；如属本期，请先取消隐藏。`,
  'settlement.summary-sheet': (fact) => `${fact.sheet} 是其他表的汇总，不重复计入。`,
};

export const settlementWords: Words<typeof english> = {
  causes: {
    agrees: '一致',
    rounding: '尾差',
    refund: '退订冲回',
    'missing-in-statement': '结算单漏列',
    'missing-in-ledger': '台账漏记',
    'tax-basis': '计佣口径去税',
    'not-eligible': '不参与返点',
    'rate-differs': '比例不同',
    'other-period': '跨期',
    unexplained: '原因不明',
  },
  actions: {
    claim: '催补',
    ask: '请厂商说明',
    'next-period': '下期再对',
    enter: '补记台账',
    none: '不催补',
  },
  rows: {
    agrees: (row) => `双方均为 ${yuan(row.ledger)}。`,
    rounding: (row) => `取舍方式不同，相差 ${yuan(row.difference)}。`,
    refund: (row) => `结算单有退订冲回，台账没有：${yuan(row.difference)}。`,
    'missing-in-statement': (row) => `结算单没有这笔订单，应返 ${yuan(row.ledger)}。`,
    'missing-in-ledger': (row) =>
      row.statement < 0
        ? `结算单扣了 ${yuan(fen(-row.statement))}，台账没有这笔订单，请厂商说明扣的是什么。`
        : `结算单付了 ${yuan(row.statement)}，台账没有这笔订单。`,
    'maybe-other': (row) =>
      row.ledger === 0
        ? `结算单付了 ${yuan(row.statement)}，台账没有这个号，可能就是台账的“${row.maybe}”。`
        : `结算单没有这个订单号，但“${row.maybe}”那一行可能就是它：应返 ${yuan(row.ledger)}。`,
    'back-alone': (row) =>
      `结算单对这笔订单没有支付，只扣回 ${yuan(fen(-row.statement))}；` +
      `台账应返 ${yuan(row.ledger)}。`,
    'tax-basis': (row) =>
      `${row.difference < 0 ? '计佣金额去了' : '计佣金额未去'}` +
      `${row.tax === null ? '税' : ` ${percent(row.tax)} 的税`}：` +
      `结算 ${yuan(row.statement)}，应返 ${yuan(row.ledger)}。`,
    'not-eligible': (row) => `结算单按不参与返点处理，台账应返 ${yuan(row.ledger)}。`,
    'rate-differs': (row) =>
      row.ledgerRate === null || row.statementRate === null
        ? `所用比例不同：结算 ${yuan(row.statement)}，应返 ${yuan(row.ledger)}。`
        : `按 ${percent(row.statementRate)} 结算，应为 ${percent(row.ledgerRate)}：结算 ` +
          `${yuan(row.statement)}，应返 ${yuan(row.ledger)}。`,
    'other-period': (row) =>
      row.difference < 0
        ? `付款在期末或不在本期，${yuan(row.ledger)} 归入其他期结算。`
        : `台账把这笔订单记在其他期，结算单本期付了 ${yuan(row.statement)}。`,
    unread: (row) => `结算单里这一单的金额读不出来，应返 ${yuan(row.ledger)}，改正前不催补。`,
    unexplained: (row) =>
      `结算 ${yuan(row.statement)}，应返 ${yuan(row.ledger)}，从数字看不出原因。`,
  },
  part: (cause, amount) => `${cause} ${yuan(amount)}`,
  ofWhich: (parts) => `其中：${parts}。`,
  checkFirst: { enter: '请先核对，核清前不补记。', claim: '请先核对，核清前不催补。' },
  undecided: '仅凭这份结算单无法判断',
  noNumber: '无订单号',
  letter: {
    subject: (from, to) => `关于 ${day(from)} 至 ${day(to)} 佣金结算单的差异说明`,
    opening: (statement, ledger, difference) =>
      `我方已逐单核对贵司结算单：结算单合计 ${yuan(statement)}，我方台账应返 ${yuan(ledger)}` +
      `，相差 ${yuan(difference)}。`,
    agrees: (statement, isPart) =>
      `我方已逐单核对贵司结算单：${isPart ? '读得出的各单' : ''}合计 ${yuan(statement)}，` +
      '与我方台账一致。',
    unread: (n) => `另有 ${n} 单，结算单里的金额读不出或没写明是否已付，不在本函核对之内。`,
    sections: {
      claim: (amount) => `请补付 ${yuan(amount)}：`,
      ask: (amount) => `请说明以下差异，合计 ${yuan(amount)}：`,
      'next-period': (amount) => `请确认以下 ${yuan(amount)} 归入其他期结算：`,
      enter: (amount) => `以下 ${yuan(amount)} 我方按结算单补记：`,
    },
    line: (number, order, who, what) =>
      `${number}. ${order}${who === '' ? '' : `（${who}）`}：${what}`,
    rounding: (amount) => `尾差合计 ${yuan(amount)}，我方接受。`,
    closing: '请书面确认，或提供上述订单的计算明细。',
  },
};
