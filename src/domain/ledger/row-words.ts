import { isOwnServiceWord } from '../catalog/read-catalog.ts';
import { foldKey, withoutEdges } from '../reading/fold-text.ts';
import { writtenAtStart } from '../reading/number-text.ts';
import { parseAmount } from '../reading/parse-amount.ts';
import { parseRate } from '../reading/parse-rate.ts';
import { pattern } from '../pattern.ts';

/** Excel allows no longer ones. */
const LONGEST_SHEET_NAME = 31;

/** What a word in a status, a type or a remark says about its row. */
export type RowWord =
  | 'void'
  | 'duplicate'
  | 'own-service'
  | 'refunded'
  /** Refunded in part; how much is not said. */
  | 'partly-back'
  | 'refund'
  | 'pending'
  /** Counts, unless somebody means what is told of it. */
  | 'doubted'
  | 'won'
  | 'unknown'
  | 'none';

const VOID = pattern()`
  作废|取消|废单|废弃|撤单|撤销|撤回|丢单|输单|失单|流失|未中标|落标|无效|失效|过期|已删除|已终止
  |终止合作|合同终止|提前终止|^终止|关闭|关单|驳回|不通过|未通过|不予通过|(?:审核|审批|评审|复核
  |初审|终审)(?:未过|没过|不过)|未获批|不批准|未批准|拒绝|拒付|拒收|拒签|失败|不成功|未成功|退单
  |打回|退回|中止|解约|违约|弃单|放弃|拒单|作罢|cancel|^void|voided|lost\b|lost$|^dead|closed?lost
  |(?:trade|order|transaction|deal|contract)[-_]?closed|discarded|reject|terminat|abandon|^deleted
  |^invalid|declin|denied|refus|fail|unsuccessful|charged?back|revers(?:ed|al)|expired|withdrawn
  |dropped|notapproved|disapproved|disqualif|bounced|nosale|nogo|dismissed|annul|revoked|(?:支付
  |付款|缴费|下单)超时|超时(?:未|关|取|作)|timed?[-_]?out|lapsed|dishono|insufficientfunds
`;
/** The user's own word for a row entered twice. */
const REPEATED = pattern()`
  ^(?:已?重复|重复录入|重复登记|重复下单|[与和同跟].{1,12}重复|duplicated?|dup)(?:$
  |[,.;:(，。；：（])
`;
const NOT_YET_VOID = pattern()`
  申请取消|拟取消|可能取消|(?:未|不|无|没有|暂不|拒绝|驳回)(?:取消|作废|关闭|失效|过期|终止|撤销
  |冻结|退款申请|退款)|取消(?:失败|被拒|驳回|关闭)|not(?:yet)?(?:cancel|void|expired|lost)
`;
const REFUNDED = pattern()`
  ^(?:全额|全部|已)?(?:已退|已退款|已退订|已退货|已退费|全退|退款完成|退款成功|退订成功|全额退款
  |全部退款|全额退订)(?:款)?$|^(?:fully|full)?refund(?:ed|complete[d]?|success(?:ful)?)$
  |^fullrefund$
`;
/** A part of the order is given back, and nobody says here how much. */
const PARTLY_BACK = pattern()`
  部分(?:退|冲)|退.{0,2}部分|partial(?:ly)?.{0,2}(?:refund|return|credit)|(?:refund|return
  |credit)(?:ed)?.{0,2}partial|partrefund
`;
const REFUND = pattern()`
  退款|退订|退货|退费|退差|退还|冲红|红冲|冲销|冲减|冲账|冲正|冲回|扣回|追回|扣减|扣罚|调减|核减
  |减配|减量|减员|减容|减购|缩配|缩减|降配|降级|缩容|负向|红字|返还|^退$|refund|^return|returned$
  |credit(?:note|memo)|unsubscribe|downgrad|claw|takeback|reversal|^credit$|downsell|reduction
  |contraction|decrease|churn|scaledown
`;
/** Waiting for the vendor's money, not for the customer's: the order is won. */
const SETTLING = pattern()`
  待结算|待对账|待核算|待到账|待返|待开票|未开票|待发票|部分到账|未到账|未结算|未对账|未返|核算中
  |结算中|对账中|开票中|待核对|核对中|pendingsettlement|awaitingrebate|pendinginvoice|torec|reconcil
`;
const PENDING = pattern()`
  重新(?:审核|审批|提交)|跟进|未完成|逾期|欠费|overdue|pastdue|delinquent|待续费|待续约|未续费|未签
  |待签|未下单|待下单|待成交|未成交|报价|洽谈|谈判|商谈|沟通|意向|商机|线索|立项|投标|招标|评估|考虑
  |审批中|待审|审核中|待审批|审批流程|待付款|未付款|待支付|未支付|待回款|未回款|未付|待付|支付中
  |付款中|待收款|未收款|待确认|预计|预测|潜在|储备|试用|poc|签约中|签署中|走合同|合同流程|合同审批
  |暂缓|搁置|挂起|待客户|待处理|待提交|草稿|新建|拟签|等待|排期|申请中|quot|negotiat|propos|prospect
  |^lead|^open|pipeline|pending|unpaid|notpaid|awaiting|waiting|draft|forecast|qualif|follow|trial
  |notsigned|unsigned|commit$|upside|bestcase|onhold|^hold|stalled|inreview|underreview|tobe|notyet
  |evaluat|discovery|contractsent|verbal|^new$|inprogress|processing|submitted
`;
const WON = pattern()`
  已签|签约|已付|付款|支付|完成|成交|结算|到账|对账|核算|生效|正常|开通|√|✓|✔|^是$|^y$|^yes$|^ok$
  |赢单|中标|续费|续约|新购|交付|验收|发货|出货|签收|收货|确认|通过|成功|执行|履行|履约|使用中|运行
  |服务中|在用|启用|激活|已收|收款|回款|已开票|开票|完结|结清|结案|归档|已下单|已审|审核|批准|入账
  |扣费|已订|订购|有效|已存入|已出账|出账|^paid|paid$|^won|won$|settled|signed|complet|^done|active
  |received|invoiced|booked|confirm|deliver|shipped|fulfil|approved|succe(?:ss|ed)|accepted|executed
  |live$|renewed|charged$|billed|collected|posted|cleared|captured|provisioned|implemented
  |authori[sz]ed|recognised|recognized|purchased|ordered$
`;

/**
 * A word for won that is taken back by what stands before it, or still going on: "未生效",
 * "Unconfirmed".
 */
const NOT_YET_WON = pattern()`
  (?:未|没有?|待|非|不)(?:能|被|予|正式|最终|完全|全部)?(?:完成|生效|确认|成功|激活|启用|执行|履行
  |履约|审核|批准|核准|通过|有效|正常|中标|赢单|订购|签订|签署|开始)|(?:确认|审核|审批|核准|签订)中
  |没有?(?:人|能|去|来)?(?:付|支付|缴|成交|签|收款|回款|到款|打款|下单|购买)|(?:un|in|not
  |non)[-_]?(?:confirm|approv|complet|sign|accept|execut|authori[sz]|effective|success|placed)
  |(?:not|n['’]?t|never)[-_]?(?:yet|been|fully|be|yetbeen)*[-_]?(?:paid|pay|receiv|order|purchas
  |renew|invoic|bill|collect|captur|charg|book|clear|post)|wait[-_]?(?:buyer|pay)
`;
/** Of a part of the money, or of a change that is not through: what counts has to be asked. */
const HALF_WAY = pattern()`
  (?:部分|分期|少量|首期)已?(?:支付|付|收款|回款|缴|打款|实收)|[定订]金|首付|预付|未(?:结清|入账
  |扣费|付清|收齐|完结|结案)|(?:取消|关闭|作废|撤销|终止|变更|解约)中|作废重|(?:取消|关闭)后?重
  |inactive|notactive|停用|(?:partial(?:ly)?|part|half)[-_]?(?:paid|pay|received|collected|settled
  |captured)|deposit|down-?payment|uncollected|uncaptured|cancell?ing|cancell?ationpending
  |pendingcancell?ation|(?:付|支付|付款|回款|收款|到款|打款|paid
  |received)了?[:：]?[¥$]?\d{2,9}(?![\d.]{0,9}(?:[年月日号天%/-]|\d))
`;

/** Of money that is held back: whether an order stands has to be asked. */
const HELD_BACK = /冻结|争议|disputed|unsettled|frozen/;
/**
 * What somebody will not do, or has not got: "不续费了", "没到账", "no payment". Whether the order
 * stands has to be asked.
 */
const WILL_NOT = pattern()`
  (?:不|暂不|无)(?:再|想|打算|准备|予|能)?(?:付|支付|成交|签|续|购|订|收|回款|打款|下单|开通|开票|要
  |买|做)|没有?(?:到账|收到|开通|开票|续)|(?:no|without)(?:payment|order|signature|approval
  |confirmation)
`;

/** The order may be one and takes no part in the rebate: 不参与返点, Excluded, N/A for rebate. */
const NO_PART = pattern()`
  (?:不|未)(?:再|能|可|予|得)?(?:参与|参加|计入|纳入|享受|享有|计|算)(?:$|[,.;，。；)）]|.{0,6}(?:返
  |激励|奖励|佣|业绩|考核|统计|政策|任务|销售额))|(?:不|无|没有?)(?:可|能|予|给|再)?(?:返[点佣利还]?
  |有?佣金?|结算)(?:$|[,.;，。；)）])|(?:排除|剔除|除外)(?:$|[,.;，。；)）])|exclud|exclusion
  |ineligible|(?:not|non)-?(?:eligible|rebat|commission|qualif|count(?!r))|n\/afor|no(?:rebate
  |commission|incentive)|n['’]tcount
`;

/** Of a column that is about something else: whether it says that the row takes no part. */
export const takesNoPart = (text: string): boolean => NO_PART.test(foldKey(text));

/** A placeholder in a status cell: nothing written is nothing said, "to be settled" is not. */
function saidLater(key: string): RowWord {
  if (key === '待确认') return 'pending';
  return /^(?:待|未|不详|不明|tbd|tba|unknown|#)/.test(key) ? 'unknown' : 'none';
}

/** Of a status cell. A number says nothing: vendors contradict themselves about what 3 means. */
export function wordOfStatus(text: string): RowWord {
  const key = statusKey(text);
  if (key === '' || /^[\d.\-/—]+$/.test(key)) return 'none';
  if (isPlaceholder(key)) return saidLater(key);
  if (REPEATED.test(key)) return 'duplicate';
  if (PARTLY_BACK.test(key)) return 'partly-back';
  if (REFUNDED.test(key)) return 'refunded';
  if (WON_AFTER_ALL.test(key)) return 'won';
  if ([HALF_WAY, HELD_BACK, NO_PART].some((words) => words.test(key))) return 'unknown';
  if (VOID.test(key) && !NOT_YET_VOID.test(key)) return 'void';
  if (REFUND.test(key)) return 'refund';
  if (SETTLING.test(key)) return 'won';
  if (PENDING.test(key) || NOT_YET_WON.test(key)) return 'pending';
  return WON.test(key) && !WILL_NOT.test(key) ? 'won' : 'unknown';
}

/** Of money that the vendor has not paid yet, beside what says so of a customer's. */
const UNPAID_BY_VENDOR = pattern()`
  未(?:[结返发核审]|开票|提票)|待|暂停|存疑|(?<![无非])异常|[缺无]合同|资料不[全齐]|(?:处理|核算
  |结算|审核|计算|核对|核实|复核|兑付|打款)中|suspended|deferred|upcoming|unprocessed|notprocessed
  |notstarted|inprogress|inprocess|calculating|estimated|blocked|withheld|(?<!no-?)exception|flagged
  |investigat|queued|scheduled|hold$|missing|nocontract
`;

/** Of a line of a vendor's statement: its money is not paid, whether it is pending or withheld. */
export function saysUnpaid(text: string): boolean {
  const key = statusKey(text).replace(/[\s_-]/g, '');
  if (/^\d*$/.test(key)) return false;
  return (
    NO.test(key) ||
    UNPAID_BY_VENDOR.test(key) ||
    HELD_BACK.test(key) ||
    wordOfStatus(key) === 'pending'
  );
}

/** "Closed Won", and what was refused or failed but is in order now. */
const WON_AFTER_ALL = pattern()`
  closed?[-_/:·]*won|won[-_/:·]*closed?|赢单(?:关闭)?|成交关闭|关闭[-_/:(（]?赢单
  |已?完成[-_/]?(?:已)?关闭|(?:驳回|失败|拒绝)后(?:已)?(?:通过|成功|完成)|退款(?:失败|被拒|驳回|关闭
  |取消|已取消)|refund(?:failed|declined|rejected|denied|cancel)|chargeback(?:won|reversed)|无退款
  |未退款|norefund|notrefunded
`;

/** Without the numbers and marks that systems put before a status: "05-已关闭", "【已关闭】". */
const statusKey = (text: string): string =>
  withoutEdges(foldKey(text), '[(【〔<', '])】〕>')
    .replace(/^\d{1,3}[-._:、)]+(?=\D)/, '')
    .replace(/^(?:订单|交易|合同|当前)?状态[:：]/, '')
    .replace(/^status:/, '');

const TYPE_OF_REFUND = pattern()`
  ^(?:扣款|返销|销退|转出|抵扣|红票|抵减|冲抵|减项|支出|红冲单|红单|(?:客户)?(?:赔付|赔偿|理赔
  |补偿)(?:款|单|金)?|折扣|优惠|减免|discount|voucher|coupon|compensation|indemnity
  |goodwill(?:credit)?)$|charged?-?back|revers(?:al|ed)
`;

/** Of an order type: new, renewal, upgrade and what else there is say nothing about the kind. */
export function wordOfType(text: string): RowWord {
  const word = wordOfStatus(text);
  if (isOwnServiceWord(text)) return 'own-service';
  return word === 'refunded' || word === 'partly-back' || TYPE_OF_REFUND.test(foldKey(text))
    ? 'refund'
    : word === 'void' ||
        word === 'duplicate' ||
        word === 'refund' ||
        (word === 'pending' && /未签|跟进|报价|商机|意向/.test(text))
      ? word
      : isNoSale(text) || takesNoPart(text)
        ? 'unknown'
        : 'none';
}

export const isNoSale = (text: string): boolean => NO_SALE.test(foldKey(text));

/** Money that is asked for beside what was sold; and what SAP calls returns and credits. */
const NO_SALE = pattern()`
  ^(?:.{0,6}调整|调账|(?:运|邮|快递|手续|安装|服务|杂)费|税[费款金额]?|增值税|押金|保证金|赠送|赠品
  |免费|测试单?|内部|自用|样品|借用|利息|滞纳金|违约金|罚[款金]|adjust(?:ment|ed)?
  |(?:sales)?tax(?:es)?|vat|gst|(?:.{0,12})fees?|shipping|freight|postage|handling|delivery|deposit
  |interest|penalty|surcharge|free(?:ofcharge)?|trial|test|internal|sample|demo|re|g2|s[12])$
`;

/** A sum given back, told in passing: "客户已退300", "refunded 300". */
const GIVEN_BACK_SUM = pattern()`
  (?<![不未无可免])退(?:款|货|费|回|还|了|掉)?(?:了|金额
  |款)?[:：]?[¥$]?\d+(?:\.\d+)?(?![\d年月日号天./-]|小时|折)|refund(?:ed|s)?(?: ?of)?[:：]?(?:[¥$]
  |cny|rmb)?\d+(?![\d/-])
`;

/** "2月已全额退款", "客户要求退款": whether and how much has to be asked. */
const REFUND_TOLD = pattern()`
  (?:已|均|全部|全额)(?:经|于.{0,6})?(?:全额|全部|办理|完成|申请)?退(?:款|订|货|费|单)|退(?:款|订|货
  |费)(?:已?完成|成功|处理中|中|申请)|(?:要求|申请|转为?)退(?:款|订|货)|退(?:款|订|货|费)(?:流程
  |办理|审批|审核)|^(?:客户)?(?:已|全)?退$|退了?(?:一半|半数|一?部分)|客户(?:已|全)退|(?<!不)退(?:了
  |掉)|(?<!not|non|un)refunded|refund(?:requested|pending|inprogress)|(?:was|been|got)returned
`;
/** "3月已作废" somewhere in the story. */
const OFF_TOLD = pattern()`
  (?:已|均)(?:经|于.{0,6})?(?:取消|作废|撤销|撤单)(?!优惠|折扣|限制)|(?:取消|作废|撤销)(?:了|掉)(?:$
  |[,.;，。；])|作废重|不要了|不买了|(?:was|been|got|customer|client)cancell?ed
`;
const NOT_TOLD = pattern()`
  (?:未|不予?|无需?|没有?|拒绝|驳回|若|如|可)(?:要求|申请|全额)?退|退(?:款|订|货|费)(?:申请)?(?:失败
  |被拒|已?驳回|已?取消|已?撤)|(?:未|没有?|不)(?:取消|作废)|norefund|withoutrefund
`;

/** "不算业绩", "测试单", "客户还没付", "算4月业绩": whether and how it counts is asked. */
const DOUBTED = pattern()`
  ^(?:内部)?测试(?:$|[,，。])|测试(?:单|订单|数据)|金额.{0,3}(?:错|有误|不对|不符|存疑)|单位[:：]?万
  |含(?:代金|优惠|抵用)券|^(?:万元|美元|美金|港币|港元|欧元|usd|hkd|eur)$|(?:算|计|归|记)(?:入|到|在
  |作)?.{0,4}(?:月|季度|季|q[1-4])的?(?:业绩|销售|任务|单|返|$)|^test(?:order|only)?$
  |转给.{0,10}(?:做|签|公司)|(?:单子|订单|业绩)(?:归|算给|转给)
`;
const STILL_OWED = pattern()`
  (?:客户|对方|货款)(?:一直|还|尚|仍)?(?:没|未)有?(?:付|给|到|打)|还没(?:付|给钱|打款)|(?:customer
  |client)(?:has|did)?(?:n't|not)(?:yet)?(?:paid|pay)|not(?:yet)?paid(?:yet)?
`;
const OF_THE_VENDOR = /返|佣|票|rebate|commission|invoice/;
const SUM_WORD = pattern()`
  (?:实付|实收|只付|仅付|实际(?:成交|付款|收款|金额)价?|改为|改成|应为|更正为)[:：]?(?=(?:[¥$€£]|rmb
  |cny|usd|hkd|eur)?\d)
`;
const OTHER_SUM = pattern()`
  (?:实付|实收|只付|仅付|实际(?:成交|付款|收款|金额)价?|改为|改成|应为|更正为)[:：]?(?:[¥$€£]|rmb
  |cny|usd|hkd|eur)?\d[\d,]*(?:\.\d+)?(?![年月日号%折./-])
`;

/** Whether every sum that a remark says was paid is this one, beyond any doubt: 实付8万. */
export function saysJust(text: string, fen: number): boolean {
  const [, ...told] = foldKey(text).split(SUM_WORD);
  return (
    told.length > 0 &&
    told.every((after) => {
      const sum = writtenAtStart(after);
      const reading = parseAmount(sum);
      return (
        !/^[年月日号%折/-]/.test(after.slice(sum.length)) &&
        reading.kind === 'amount' &&
        reading.amount === fen &&
        reading.rest === undefined
      );
    })
  );
}

const isDoubted = (key: string): boolean =>
  DOUBTED.test(key) || OTHER_SUM.test(key) || (STILL_OWED.test(key) && !OF_THE_VENDOR.test(key));

const REMARKS_VOID = pattern()`
  ^(?:此单|本单|该单|该订单|此订单|本订单|订单)?(?:客户)?已?(?:作废|取消|撤单|撤销|废单)(?:了
  |掉)?(?:$|[,.;，。；;:：(（])
`;

const REMARKS_REFUND = pattern()`
  ^(?:此单|本单|该单|该订单|此订单|本订单)?(?:客户)?(?:已|全额)*(?:退款|退订)(?:$
  |[,.;，。；;:：(（])
`;

/** Of a remark, which tells stories: only one that begins with the word means it of this row. */
export function wordOfRemark(text: string): RowWord {
  const key = foldKey(text);
  if (REPEATED.test(key)) return 'duplicate';
  if (/^(?:自有服务|自营服务|非厂商产品|ownservice)/.test(key)) return 'own-service';
  if (REMARKS_VOID.test(key) || /^(?:cancell?ed|voided?|void)(?:$|[,.;:(])/.test(key))
    return 'void';
  if (/^(?:credit-?(?:memo|note)|refund$|refundof|chargeback|冲红|红冲|红字|冲销)/.test(key))
    return 'refund';
  if (GIVEN_BACK_SUM.test(key)) return 'partly-back';
  if (REMARKS_REFUND.test(key)) return 'refund';
  if (/^(?:未签|待签|跟进中|报价中|待付款|未付款)(?:$|[,.;，。；;:：(（])/.test(key))
    return 'pending';
  if ((REFUND_TOLD.test(key) || OFF_TOLD.test(key)) && !NOT_TOLD.test(key)) return 'partly-back';
  return NO_PART.test(key) ? 'unknown' : isDoubted(key) ? 'doubted' : 'none';
}

const YES = /^(?:是|有|对|√|✓|✔|y|yes|true|t|1)$/;
const NO = /^(?:否|无|没有|未|不是|×|x|✗|✘|n|no|false|f|0)$/;

/** Of a column that says whether the row is valid. */
export const wordOfValid = (text: string): RowWord => yesOrNo(text, 'none', 'void');
/** Of a column that says whether the deal is done, or paid. */
export const wordOfDone = (text: string): RowWord => yesOrNo(text, 'none', 'pending');
/** Of a column that says whether the order is called off. */
export function wordOfCalledOff(text: string): RowWord {
  const word = /^(?:未|没有|不|非|正常|not|un)/.test(foldKey(text))
    ? 'none'
    : yesOrNo(text, 'void', 'none');
  return word === 'won' ? 'none' : word;
}

function yesOrNo(text: string, yes: RowWord, no: RowWord): RowWord {
  const key = foldKey(text);
  return YES.test(key) ? yes : NO.test(key) ? no : wordOfStatus(text);
}

const OUTGOING = pattern()`
  ^(?:支出?|付出?|出账?|减少?|负数?|红字?|退|借方?|贷方?|-|minus|negative|out|outflow|outgoing
  |expense|dr?|cr?|debit|credit)$
`;

/**
 * Of a column that says which way the money goes. Debit and credit mean the opposite in a bank's
 * and in one's own books: both are asked about.
 */
export function wordOfDirection(text: string): RowWord {
  const key = foldKey(text);
  return OUTGOING.test(key) ? 'refund' : wordOfType(text);
}

const OFF_SHEET = pattern()`
  ^已?(?:作废|取消|撤销|撤单|废弃|废|丢|输)的?(?:订单|单|合同|商机|明细|记录|列表|清单|表)*$
  |^(?:void(?:ed)?|cancell?ed|lost|rejected)(?:orders?|deals?|list)*$
`;
const OPEN_SHEET = pattern()`
  ^(?:报价|意向|线索|商机|跟进|在谈|储备|草稿|[未待](?:成交|签约?|付款|下单))的?(?:客户|订单|单|明细
  |记录|列表|清单|跟踪|表)*$|^(?:pipeline|quotes?|quotations?|leads?|prospects?|opportunit(?:y|ies)
  |proposals?|drafts?)(?:list)?$
`;

/** What a sheet's name says of all its rows: 作废, 报价单. Refunds are told in another way. */
export function wordOfSheet(name: string): RowWord {
  const key = foldKey(name)
    .slice(0, LONGEST_SHEET_NAME)
    .replace(/^(?:20\d\d年?)?(?:\d{1,2}月份?|q[1-4])?|[\s\d()_-]+$/g, '');
  return OFF_SHEET.test(key) ? 'void' : OPEN_SHEET.test(key) ? 'pending' : 'none';
}

/** Of a column that ticks refunds: 退款 是/否. */
export function wordOfRefundMark(text: string): RowWord {
  if (/^(?:是|有|√|✓|✔|y|yes|true|1)$/.test(foldKey(text))) return 'refunded';
  const word = wordOfStatus(text);
  return word === 'refunded' || word === 'partly-back' ? word : 'none';
}

/**
 * Of a column about refunds alone. What is not given back, or no more, says nothing against the
 * order; a bare yes means that it was.
 */
export function wordOfRefundStatus(text: string): RowWord {
  const key = foldKey(text);
  if (/^(?:无|否|没有|未|不|非|正常|no|n|not|none|false|0|x|×)/.test(key)) return 'none';
  if (/^(?:是|有|√|✓|✔|y|yes|true|1)$/.test(key)) return 'refunded';
  if (/^(?:部分|partial)/.test(key)) return 'partly-back';
  const word = wordOfStatus(text);
  if (word === 'refunded' || word === 'partly-back' || word === 'refund') return word;
  return word === 'none' || word === 'won' || word === 'void' ? 'none' : 'unknown';
}

/** Chance of winning as the ledger gives it, 0…1; NaN when it does not. */
export function chanceOf(text: string): number {
  const reading = parseRate(text === '1' ? '100%' : text);
  if (reading.kind !== 'rate') return NaN;
  const chance = reading.rate.toNumber();
  return chance >= 0 && chance <= 1 ? chance : NaN;
}

const TOTAL = pattern()`
  ^(?:[^,。;!]{0,12})?(?:小计|合计|总计|累计|共计|总额|汇总|总合计|平均|均值)(?:金额|总额|数|额
  |人民币)?(?:\(.{0,8}\))?[:：]?(?:[\d,.¥]+元?)?$|^(?:小计|合计|总计|累计|共计|其中)(?:[:：(]
  |.{0,8}$)|^其中|^共\d+[单笔条]|^[Σ∑σ]$|承前页|过次页|转下页|上页结转|本页合计|^(?:sub-?total
  |grandtotal|total|totals|sum|runningtotal|cumulative)(?:$|[:(]|for|of|q[1-4]|jan|feb|mar|apr|may
  |jun|jul|aug|sep|oct|nov|dec|\d)|(?:sub-?total|grandtotal|total)s?:?$
`;

/** Figures about the orders that are no sum of them: 平均, Maximum. */
const STATISTIC = pattern()`
  ^(?:月|日|单|客户?)?(?:平均|均)(?:值|数|单价|金额|额)?$|^最[大小高低](?:值|额|金额)?$|^中位数$
  |^(?:average|avg|median|maximum|minimum)$
`;

export const isStatistic = (text: string): boolean => STATISTIC.test(foldKey(text));

/** "1月小计", "合 计", "总计（元）", "Subtotal Q1", "Grand Total:". */
export function isTotalWord(text: string): boolean {
  const key = foldKey(text);
  return key.length > 0 && key.length <= 30 && (TOTAL.test(key) || STATISTIC.test(key));
}

const NOTE_START = pattern('i')`
  ^(?:注|备注|说明|附注|提示|以上|以下|上述|如下|截至|截止|更新|制表|制单|编制|审核|复核|审批|经办
  |统计|填表|打印|来源|数据来源|※|\*|#|——|【|note|remark|as of|prepared|checked|approved|source
  |orders below|orders above|the above|printed|updated)
`;
/** Rows under a header that tell how to fill it in. */
export const isInstruction = (text: string): boolean =>
  /^(?:必填|选填|非必填|示例|样例|例如|例[:：]|required|optional|example|e\.g\.)/i.test(text);

/** Rules drawn with characters: ———, =====, *****. */
export const isRule = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

const LABELLED = /^[^:：\d]{1,12}[:：]/;

export const isNoteText = (text: string): boolean => NOTE_START.test(text);
export const isLabelled = (text: string): boolean => LABELLED.test(text);

const PLACEHOLDER = pattern('i')`
  ^(?:待定|待确认|待补|待补充|待分类|未分类|未知|不详|不明|未定|暂无|无|空|tbd|tba|n\/?a|#n\/a|null
  |none|unknown|#(?:ref|value|num|null|div\/0|spill|calc)!|#name\?|[?？\-/—]+)$
`;

/** Something to be filled in later. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(foldKey(text));
