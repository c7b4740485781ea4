import { POLICY_HEADERS, type PolicyColumn } from '#domain/policy/columns.ts';
import type { PolicyFact } from '#domain/policy/policy.facts.ts';
import type { Measure } from '#domain/policy/policy.ts';
import { day, threshold, yuan } from '../format.ts';
import type { Sentences } from '../sentences.ts';
import { policyDoubts } from './policy-doubts.ts';

const column = (name: PolicyColumn): string => `“${POLICY_HEADERS[name].zh}”`;
const money = (amount: Parameters<typeof threshold>[0]): string => threshold(amount, 'zh-CN');

const someOf = (names: readonly string[]): string =>
  names
    .slice(0, 8)
    .map((name) => `“${name}”`)
    .join('、') + (names.length > 8 ? '…' : '');

const measureName = (measure: Measure): string =>
  measure.kind === 'share'
    ? `占比 ${measure.category}`
    : measure.kind === 'fact'
      ? `指标 ${measure.name}`
      : { sales: '销售额', orders: '订单数', customers: '客户数', 'new-customers': '新客数' }[
          measure.kind
        ];

export const policy: Sentences<PolicyFact> = {
  ...policyDoubts,
  'policy.empty': () => '政策表是空的，请至少写一行门槛和比例。',
  'policy.too-long': ({ rows, most }) =>
    `政策表有 ${rows} 行，最多读 ${most} 行；请删去不再有效的版本，或确认这张表是政策而不是订单。`,
  'policy.no-header': ({ seen }) =>
    `没有找到政策表的表头（看到的是 ${someOf(seen)}），请在第一行写上“门槛”和“比例”。`,
  'policy.second-header': () =>
    '这里又是一行表头，下面的行没有读：一张政策表只有一行表头，' +
    '请把这些行并到上面的表里，各列对齐。',
  'policy.column-missing': (f) => `政策表缺少${column(f.column)}一列，请补上这个表头。`,
  'policy.column-twice': (f) => `政策表里${column(f.column)}出现了两次，请只留一列。`,
  'policy.threshold-missing': (f) => `“${f.component}”这一行没有门槛，请写一个金额，例如 50万。`,
  'policy.threshold-unreadable': (f) => `门槛“${f.typed}”读不懂，请写成 500000、50万 或 110%。`,
  'policy.threshold-needs-baseline': (f) =>
    `门槛“${f.typed}”是基数的百分比，但没有写基数，请补上${column('baseline')}。`,
  'policy.threshold-negative': (f) => `门槛“${f.typed}”是负数，请写 0 或以上的金额。`,
  'policy.target-percent': (f) =>
    `目标“${f.name}”写的是 ${f.typed}，不是金额：请写成 500000 或 50万。`,
  'policy.threshold-too-far': (f) =>
    `“${f.component}”的门槛 ${money(f.threshold)} 配上这么多位小数的权重无法算到分：请核对单位。`,
  'policy.threshold-edges': (f) =>
    `门槛“${f.typed}”没有说清正好在线上算哪一档，请只在一头写“含”，例如 50万(含)-100万。`,
  'policy.gap-between-levels': (f) =>
    `“${f.component}”这一档到 ${f.end} 为止，下一档从 ${f.next} 开始，两者接不上，请改成同一个数。`,
  'policy.rate-unreadable': (f) => `比例“${f.typed}”不是一个确定的数，请写成 6% 或 0.06。`,
  'policy.rate-above-one': (f) => `比例“${f.typed}”大于 1，请写成 ${f.percent} 或 ${f.decimal}。`,
  'policy.word-unknown': (f) =>
    `${column(f.column)}里的“${f.typed}”不认识，可以写：` +
    `${f.choices.map(({ zh }) => zh).join(' / ')}。`,
  'policy.amount-unreadable': (f) =>
    `${column(f.column)}里的“${f.typed}”不是金额，请写元，例如 20000。`,
  'policy.date-unreadable': (f) =>
    `${column(f.column)}里的“${f.typed}”不是日期，请写成 2025-07-01。`,
  'policy.dates-reversed': (f) =>
    `“${f.component}”的生效日 ${day(f.from)} 晚于失效日 ${day(f.to)}，请对调或改正。`,
  'policy.year-start-unreadable': (f) =>
    `年度起始月“${f.typed}”不对，请写 1 到 12（4 表示四月起的财年）。`,
  'policy.tax-rate-unreadable': (f) => `税率“${f.typed}”读不懂，请写成 6%。`,
  'policy.weight-unreadable': (f) => `权重“${f.typed}”读不懂，请写成 安全×1.5。`,
  'policy.list-excepts': (f) =>
    `${column(f.column)}里的“${f.typed}”是排除的写法，这一列只列包含的类别；请写 全部，再在` +
    `${column(f.column === 'counts' ? 'countsWhere' : 'where')}里写 产品类别≠名称。`,
  'policy.rate-added': (f) =>
    `比例“${f.typed}”带加号，旁边是“${f.beside}”：是在下一档之上再加，` +
    '还是这一档的比例？请写成这一档的完整比例，例如 5%。',
  'policy.gate-unreadable': (f) => `前提“${f.typed}”读不懂，请写成 续费率>=90%。`,
  'policy.fact-unreadable': (f) => `指标“${f.name}”的值“${f.typed}”不是数，请写成 92% 或 0.92。`,
  'policy.baseline-missing': (f) =>
    `“${f.component}”按增量计算，但没有写基数，请补上${column('baseline')}。`,
  'policy.contradiction': (f) =>
    `“${f.component}”的${column(f.column)}先写“${f.first}”，这里又写“${f.second}”，请统一。`,
  'policy.not-ascending': (f) =>
    `“${f.component}”的门槛 ${money(f.threshold)} 低于上一档 ${money(f.previous)}，` +
    '请从小到大排列。',
  'policy.same-threshold': (f) =>
    `“${f.component}”有两行门槛都是 ${money(f.threshold)}，请只留一行。`,
  'policy.gap-between-tiers': (f) =>
    `“${f.component}”这一档到 ${money(f.end)} 为止，下一档从 ${money(f.next)} 开始，` +
    '两者接不上，请改成同一个数。',
  'policy.overlap': (f) =>
    `“${f.component}”有两个版本同时有效（${f.from === null ? '起初' : day(f.from)} 至 ` +
    `${f.to === null ? '至今' : day(f.to)}），会重复计算，请改生效或失效日期。`,
  'policy.group-windows-differ': (f) =>
    `取高组“${f.group}”里各项的累计周期不同，没法比较，请统一累计周期和年度起始月。`,
  'policy.cap-below-floor': (f) =>
    `“${f.component}”的封顶 ${yuan(f.cap)} 低于保底 ${yuan(f.floor)}，请核对。`,
  'policy.where-unreadable': (f) =>
    `${column(f.column)}里的“${f.typed}”读不懂，请写成 订单类型=新购、区域≠上海、首单 或 ` +
    '新客(12月)，多个条件用“且”连接。',
  'policy.baseline-unreadable': (f) =>
    `基数“${f.typed}”读不懂，请写金额、去年同期、上期 或 目标 名称，可加 ×1.1。`,
  'policy.months-unreadable': (f) => `追回期“${f.typed}”读不懂，请写成 6月。`,
  'policy.group-cap-unreadable': (f) =>
    `总封顶“${f.typed}”读不懂，请写组名和金额，例如 推广 80000。`,
  'policy.level-unreadable': (f) =>
    `门槛“${f.typed}”读不懂：定档指标是${measureName(f.measure)}，` +
    '请写' +
    (f.measure.kind === 'share'
      ? '成 20%'
      : f.measure.kind === 'fact'
        ? '成 80% 或一个数'
        : '整数，例如 5') +
    '。',
  'policy.share-above-one': (f) => `门槛“${f.typed}”大于 1，占比请写成 ${f.percent}。`,
  'policy.fact-nameless': (f) =>
    `“${f.header}”没说是哪个指标：请把表头改成指标的名称，或加一列“指标”。`,
  'policy.header-period': (f) =>
    `表头说的是${{ month: '月', quarter: '季', half: '半年', year: '年' }[f.period]}销售额，` +
    '表里没有“累计周期”一列：请加上这一列，写明按什么累计，' +
    '不写会按年累计。',
  'policy.header-note': (f) =>
    `表头${column(f.column)}后面的“${f.note}”没有读，它若改变数字的意思，请改写，例如 门槛(万元)。`,
  'policy.header-currency': (f) =>
    `表头${column(f.column)}写的是 ${f.currency}，这里只算人民币，请折算成元。`,
  'policy.rate-above-all': (f) => `比例“${f.typed}”超过 100%，请核对，例如写成 6% 或 0.06。`,
  'policy.percent-doubtful': (f) =>
    `比例(%) 一列里写了 ${f.typed}，旁边是 ${f.beside}：这里的 ${f.typed} 是 ${f.typed}% ` +
    `还是 ${f.typed} 倍？请写清 % 号。`,
  'policy.levels-not-ascending': (f) =>
    `“${f.component}”的门槛 ${f.level} 低于上一档 ${f.previous}，请从小到大排列。`,
  'policy.same-level': (f) => `“${f.component}”有两行门槛都是 ${f.level}，请只留一行。`,
  'policy.clauses-conflict': (f) =>
    `“${f.component}”的${column(f.column)}（${f.typed}）和${column(f.other)}` +
    '放在一起没有确定的算法，请改其中一个。',
  'policy.per-full-rows': (f) => `“${f.component}”按每满计算，只能有一行门槛，请删去其余各行。`,
  'policy.per-full-threshold': (f) => `“${f.component}”按每满计算，门槛要大于 0，例如 100万。`,
  'policy.per-full-rate': (f) => `“${f.component}”按每满计算，每满一个门槛付一次奖励，请清空比例。`,
  'policy.per-full-bonus': (f) =>
    `“${f.component}”按每满计算，但没有写奖励，请补上${column('bonus')}。`,
  'policy.top-up-unknown': (f) =>
    `“${f.component}”要补足“${f.name}”，但政策里没有这个返点项，可以写：${f.names.join('、')}。`,
  'policy.top-up-circle': (f) => `“${f.component}”的补足绕回了自己，请改${column('stack')}。`,
  'policy.group-cap-differs': (f) => `总封顶组“${f.group}”写了两个不同的金额，请统一。`,
  'policy.group-cap-windows': (f) =>
    `总封顶组“${f.group}”里各项的累计周期不同，没法合在一起封顶，请统一累计周期和年度起始月。`,
  'policy.fact-not-percent': (f) =>
    `指标“${f.name}”的值 ${f.typed} 大于 1，而门槛是百分比（${f.beside}），请写成 ${f.percent}。`,
  'policy.gate-not-percent': (f) =>
    `前提“${f.typed}”没有写 % 号，而指标“${f.name}”是百分比（${f.beside}），请写成 ${f.percent}。`,
  'policy.fact-twice': (f) =>
    `指标“${f.name}”${f.period === '' ? '' : `在 ${f.period} `}写了两次（${f.first} 和 ` +
    `${f.second}），请只留一个。`,
  'policy.fact-period': (f) =>
    `指标“${f.name}”的期间“${f.typed}”读不懂，请写成 2025Q1、2025-03、2025 或 FY2026。`,
};
