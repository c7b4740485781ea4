import type { templateWords as english } from '../en-US/template.ts';

/** 模板工作簿的字词与样例行。 */
export const templateWords: typeof english = {
  sheets: { start: '使用说明', orders: '订单', policy: '返点政策', figures: '测算', pipeline: '商机', catalog: '产品目录', customers: '客户', settlements: '结算' },
  tables: { orders: '订单', policy: 'RebatePolicyRows', pipeline: '商机', catalog: '产品目录', customers: '客户', settlements: '结算' },
  start: {
    title: '返点工作簿', subtitle: '订单、政策、结算放在一处，返点雷达直接读取。',
    steps: '五步上手',
    step: [
      '返点政策：把示例换成自己的门槛和比例，并在“依据”里写明出自哪份文件。',
      '订单：删除样例行（选中后右键，删除 > 表行），在表头下录入或粘贴自己的订单，公式会自动填充。',
      '商机：还没签的单子和签下的概率；签下后把该行移到“订单”。',
      '在“开始”选项卡打开返点雷达，点“分析订单表”：档位、临界订单、现在值得做的事。',
      '季末点“写季度复盘”：生成一页普通数字，可打印，可发送。',
    ],
    trouble: '遇到问题',
    problem: [
      ['单元格显示 #NAME?', '加载项没有载入，或公式是在载入前录入的。打开返点雷达，点“修复公式”。没有加载项时，看“普通公式”两列，数字相同。'],
      ['公式以 _xldudf_ 开头', '打开时没有加载项；显示的是上次算好的数字，只要不重算就不会变。'],
      ['要发给外部', '在返点雷达里点“复制为数值”：副本只有数字，在哪里打开都一样。'],
      ['任务窗格没有自动打开', '“开始”选项卡 > 返点雷达。工作簿会请求打开，但有的安装方式不允许。'],
      ['用 WPS 或 LibreOffice', '除两列加载项公式外都会重算；“普通公式”两列给出同样的数字。'],
    ],
    colours: '颜色', typed: '白色：在此录入', computed: '灰色：自动计算，请勿改动',
    example: '本工作簿里的政策是一篇文章中的示例，不是厂商的官方政策。',
  },
  policy: {
    title: '返点政策', note: '示例政策，非官方：按自然年内两类销售额合计，50 万 / 200 万 / 500 万三档。请换成自己的政策。一行一档；同一返点项内空白格沿用上一行。',
    name: '示例政策', all: '全部', scheme: '全额', edge: '达到', accumulate: '年', pay: '季', trueUp: '是', stack: '叠加', base: '含税', rounding: '四舍五入 汇总',
    source: '文章中的示例表：50 万 / 200 万 / 500 万三档',
    lists: { scheme: ['全额', '超额', '增量'], edge: ['达到', '超过'], accumulate: ['单', '月', '季', '半年', '年'], pay: ['月', '季', '半年', '年'], yesNo: ['是', '否'], base: ['含税', '不含税'] },
    ratePrompt: ['比例', '填 0.07 或 7%。“12%+”表示不低于 12%：按 12% 计算，保留标记。'], thresholdPrompt: ['门槛', '从多少元销售额起进入这一档，例如 500000。'],
  },
  categories: { base: '基础', security: '安全' },
  orders: {
    title: '订单', note: '一行一单，退款记负数。删除样例行后录入自己的订单。',
    columns: { id: '订单号', customer: '客户', product: '产品', category: '类别', type: '订单类型', signedOn: '签约日期', ordered: '订单金额', voucher: '代金券', paid: '实付', status: '状态', year: '年度累计', tier: '档位', rebate: '应返', plainTier: '普通公式档位', plainRebate: '普通公式应返', received: '实返', receivedOn: '到账日期', remark: '备注' },
    types: ['新购', '续费', '升级', '退款'], statuses: ['已签', '已付款', '已结算'],
    datePrompt: ['签约日期', '例如 2025-03-31。订单按这一天计入。'], amountPrompt: ['金额', '单位元，含税；退款填负数。'], categoryPrompt: ['类别', '从政策里的类别中选一个。'],
  },
  figures: {
    title: '本年测算', note: '按返点项：一组用加载项函数，一组用任何表格软件都能算的普通公式。',
    columns: { component: '返点项', sales: '本年销售额', tierSales: '定档销售额', tier: '档位', rate: '比例', rebate: '返点', gap: '差额', gain: '进档多返', cushion: '余量', plainTier: '普通公式档位', plainRate: '普通公式比例', plainRebate: '普通公式返点' },
    year: '年度', total: '合计', chance: '进下一档把握',
  },
  pipeline: {
    title: '商机', note: '还没签的单子。请删除样例行；签下后把该行移到“订单”。',
    columns: { id: '编号', customer: '客户', product: '产品', category: '类别', signedOn: '预计签约日期', amount: '金额', probability: '概率', cost: '提前成本', status: '状态', remark: '备注' },
    status: '跟进中', probabilityPrompt: ['概率', '签下的可能性，0% 到 100%。'],
  },
  catalog: { title: '产品目录', note: '产品属于哪个类别，以及别名（用逗号分隔）。', columns: { product: '产品', category: '类别', aliases: '别名' } },
  customers: { title: '客户', note: '可选：客户的行业和区域。', columns: { customer: '客户', industry: '行业', region: '区域', owner: '负责人', remark: '备注' } },
  settlements: {
    title: '结算', note: '按结算期记录厂商结算单金额和到账金额。',
    columns: { period: '结算期', expected: '应返', stated: '结算单金额', received: '已到账', receivedOn: '到账日期', open: '未到账', remark: '备注' },
  },
  samples: {
    customers: [['临港物流', '物流', '华东'], ['湖畔学校', '教育', '华东'], ['江滨医院', '医疗', '华东'], ['高峰机械', '制造', '华北'], ['果园零售', '零售', '华南'], ['子午互联', '互联网', '华北']],
    products: [
      ['云服务器ECS', 'ECS, 云服务器'], ['对象存储OSS', 'OSS, 对象存储'], ['云数据库RDS', 'RDS, 云数据库'], ['负载均衡SLB', 'SLB, 负载均衡'],
      ['云WAF', 'WAF, Web应用防火墙'], ['堡垒机', '云堡垒机'], ['云安全中心', 'SAS, 安骑士'], ['DDoS高防', '高防IP'], ['数据库审计', 'DBAudit'],
    ],
    remark: '样例，可删除',
  },
};
