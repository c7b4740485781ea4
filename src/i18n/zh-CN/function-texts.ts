import type { ArgumentName } from '#functions/functions.facts.ts';
import type { FunctionId } from '#functions/spec.ts';
import type { FunctionText, helpWords as english } from '../en-US/function-texts.ts';
import type { Words } from '../sentences.ts';

/** 函数向导里的参数说明。 */
export const argumentTexts: Readonly<Record<ArgumentName, string>> = {
  sales: '销售额（元），单元格或区域，结果与它同形。也认 4.4万、￥58,000.00 这样的文本。',
  item: '政策里的返点项或类别。政策只有一个返点项时可省略。',
  policy: '政策区域，含表头，至少有“门槛”“比例”两列。省略时用本工作簿的“返点政策”表。',
  date: '按这一天生效的政策版本计算；各版本规则不同时才需要。',
  tier_sales: '决定档位的销售额，与计返点的销售额不同时填写。',
  items: '返点项或类别，与销售额一一对应。',
  committed: '已经确定的销售额（元）。',
  deals: '在谈商机的金额（元）；负数表示可能的退款。',
  probabilities: '每笔商机的成交概率，写 60% 或 0.6，与商机金额同样大小。',
  costs: '每笔商机提前成交的成本（元），与商机金额同样大小。',
  tier: '第几档，第一档写 1。',
  product: '产品名称或别名，单元格或区域。',
  catalog: '自己的产品目录：含“产品”“类别”两列（可加“别名”）的区域，先查它，再查内置目录。',
  period: '月、季、半年 或 年；省略时为季。',
  year_start: '年度从几月开始，1 到 12；省略时为 1。',
  text: '人工填写的金额文本，单元格或区域。',
  orders: '订单区域，含表头，就是台账本身的样子：订单号、日期、金额、产品或类别等列。',
  as_of: '截至哪一天，含当天；省略时为区域里最后一天。',
  figure: '每行要什么：返点（默认）、档位、比例、类别 或 行类型。',
  facts: '指标区域：名称、值（可加期间）；政策的前提要用到时填写。省略时用本工作簿的“指标”表。',
};

export const functionTexts: Readonly<Record<FunctionId, FunctionText>> = {
  REBATE_TIER: {
    summary: '销售额达到第几档；不到第一档为 0。',
    notes: [
      '返点项、日期、定档销售额可以是一个单元格，也可以是与销售额同样大小的区域。',
      '刚好等于门槛算不算达档，由政策的“达线归属”（达到或超过）决定。',
      '销售额为负数时为 0 档。',
    ],
  },
  REBATE_RATE: {
    summary: '销售额所达档位的返点比例；不到第一档为 0。',
    notes: ['写作 12%+ 的比例按 12% 计算。'],
  },
  REBATE_AMOUNT: {
    summary: '返点金额（元），精确到分，按政策的舍入方式取整。',
    notes: [
      '返点项、日期、定档销售额可以是一个单元格，也可以是与销售额同样大小的区域。',
      '按政策的计算方式（全额、超额、增量）计算，含奖励、封顶和保底。',
      '同一类别对应多个返点项时相加；“取高”组里只取最大的一个。',
    ],
  },
  REBATE_GAP: {
    summary: '距下一档还差多少元；已在最高档为 0。',
    notes: ['达线归属为“超过”时比差距多一分钱，因为刚好等于门槛还不算达档。'],
  },
  REBATE_GAIN: {
    summary: '刚好补足差额后多拿的返点（元）；已在最高档为 0。',
    notes: ['补足的销售额本身也计返点。多拿的返点 ÷ 差额，就是冲档可以让出的最大折扣。'],
  },
  REBATE_CUSHION: {
    summary: '最多还能退多少元而不掉档；不到第一档为 0。',
    notes: ['达线归属为“超过”时少一分钱。'],
  },
  REBATE_EXPLAIN: {
    summary: '返点的计算过程，每档一行：档位、起、止、档内销售额、比例、返点、依据。',
    parameters: { sales: '销售额（元），一个单元格。' },
    notes: [
      '七列依次为：档位、起、止（最高档为空）、档内销售额、比例、返点、依据。返点一列之和等于 REBATE_AMOUNT，一分不差。',
      '奖励、保底、封顶单独成行，在依据一列注明。',
    ],
  },
  REBATE_TOTAL: {
    summary: '整个组合的返点（元）：一列返点项，一列销售额。',
    parameters: { sales: '销售额（元），与返点项一一对应。' },
    notes: [
      '哪些销售额决定档位、各按什么权重，由政策的“定档口径”决定。',
      '两次 REBATE_TOTAL 相减就是一个组合方案的价值。',
    ],
  },
  REBATE_EXPECTED: {
    summary: '按所有成交结果精确计算的期望返点（元），商机相互独立。',
    notes: [
      '是各种结果的返点的平均，不是平均销售额的返点。',
      '精确到分，不做模拟：任意 20 笔、整百元 100 笔、整千元 400 笔以内必有结果，更多时通常也有。不能证明到分时，单元格会直说，绝不用近似值代替。',
    ],
  },
  REBATE_CHANCE: {
    summary: '达到某一档或更高档的精确概率，商机相互独立。',
    notes: [
      '0 档的概率是 1。',
      '任意 20 笔、整百元 100 笔、整千元 400 笔以内精确到 12 位小数，更多时通常也行；算不出时单元格会直说。',
    ],
  },
  REBATE_PULLIN: {
    summary: '该提前成交哪几笔：最优组合的商机标 1，其余标 0。',
    parameters: { tier: '必须达到的档位；省略时选收益最大的组合。' },
    notes: [
      '不填档位：返点增加额减成本最大的组合。填档位：达到该档成本最低的组合，达不到为 #N/A。',
      '任意 40 笔商机都能证明最优，金额规整时可达数百笔；不能证明最优的组合不会显示。',
    ],
  },
  REBATE_POOL: {
    summary: '几家伙伴合并采购：各自单独的返点，和联合返点的公平分配。',
    parameters: { sales: '各家伙伴的销售额（元），一家一个单元格，最多 16 家。' },
    notes: [
      '每家一行：单独的返点、沙普利分配额。分配额之和等于联合返点，一分不差。',
      '最多 16 家，再多时单元格会直说。',
      '合并采购须厂商同意、签订合同，并以真实名称报备。',
    ],
  },
  REBATE_CATEGORY: {
    summary: '产品名称或别名所属的类别；目录里没有则为 #N/A。',
    notes: [
      '从不猜测：目录里没有的产品，或各家政策归类不一的产品（如 RDS），在您的目录写明之前都是 #N/A。',
    ],
  },
  REBATE_PERIOD: {
    summary: '日期所在的周期及其月份，如 2025Q1 (2025-01~2025-03)。',
    parameters: { date: '日期，单元格或区域。' },
    notes: ['年度不从一月开始时，以年度结束的那一年命名：FY2025Q4 (2025-01~2025-03)。'],
  },
  REBATE_MONEY: {
    summary: '把 ￥58,000.00、12.5万、(5,000.00) 这样的金额文本换成元。',
    notes: ['单位或币种不明时为 #VALUE!，例如 $3,200，或与写“万”的单元格并列的 9.8。'],
  },
};

export const helpWords: Words<typeof english> = {
  title: '返点雷达函数',
  intro: '十五个返点档位函数。金额单位都是元，精确到分；单元格报错时，会告诉您该改哪里。',
  all: '全部函数',
  syntax: '写法',
  argumentsHead: '参数',
  optional: '可省略',
  examples: '示例',
  notes: '说明',
  policyCaption: '示例所用的政策，位于 A1:E7',
  formula: '公式',
  result: '结果',
  otherLanguage: 'English',
  cells: '单元格',
};
