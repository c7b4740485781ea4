import { isOwnServiceWord } from '../catalog/read-catalog.ts';
import { foldKey } from '../reading/fold-text.ts';
import { parseRate } from '../reading/parse-rate.ts';

/** What a word in a status, a type or a remark says about its row. */
export type RowWord =
  | 'void'
  | 'duplicate'
  | 'own-service'
  | 'refunded'
  | 'refund'
  | 'pending'
  | 'won'
  | 'unknown'
  | 'none';

const VOID =
  /作废|取消|废单|废弃|撤单|撤销|丢单|输单|失单|流失|未中标|落标|无效|失效|过期|已删除|已终止|^关闭$|^终止$|^失败$|cancell?ed|^cancel|^void|voided|^lost|closedlost|discarded|rejected|terminated|abandoned|^deleted|^invalid/;
/** The user's own word for a row entered twice. */
const REPEATED =
  /^(?:已?重复|重复录入|重复登记|与.{1,12}重复|duplicated?|dup)(?:$|[,.;:(，。；：（])/;
const NOT_YET_VOID = /申请取消|拟取消|可能取消|未取消|未作废|不取消/;
const REFUNDED =
  /^(?:全额|全部|已)?(?:已退|已退款|已退订|已退货|全退|退款完成|退款成功|全额退款|全部退款|全额退订)(?:款)?$|^(?:fully)?refunded$/;
const REFUND = /退款|退订|退货|退费|冲红|红冲|冲销|^退$|refund|^return|creditnote|unsubscribe/;
/** Waiting for the vendor's money, not for the customer's: the order is won. */
const SETTLING =
  /待结算|待对账|待核算|待到账|待返|待开票|未开票|待发票|部分到账|未到账|pendingsettlement|awaitingrebate|pendinginvoice|torec|reconcil/;
const PENDING =
  /跟进|未完成|待续费|待续约|未续费|未签|待签|未下单|待下单|待成交|未成交|报价|洽谈|谈判|商谈|沟通|意向|商机|线索|立项|投标|招标|评估|考虑|审批中|待审批|待付款|未付款|待支付|未支付|待回款|未回款|未付|待付|预计|预测|潜在|储备|试用|poc|签约中|签署中|走合同|合同流程|暂缓|搁置|待客户|quot|negotiat|propos|prospect|^lead|^open|pipeline|pending|unpaid|notpaid|awaitingpayment|draft|forecast|qualif|follow|trial|notsigned|unsigned|commit$|upside|bestcase/;
const WON =
  /已签|签约|已付|付款|支付|完成|成交|结算|到账|对账|核算|生效|正常|开通|√|✓|✔|^是$|^y$|^yes$|赢单|争议|扣回|续费|新购|交付|^paid|^won|settled|signed|^closed|complete|^done|active|received|^ok$|invoiced|disputed|booked|confirmed|delivered/;

/** Of a status cell. A number says nothing: vendors contradict themselves about what 3 means. */
export function wordOfStatus(text: string): RowWord {
  const key = foldKey(text);
  if (key === '' || /^[\d.\-/—]+$/.test(key)) return 'none';
  if (REPEATED.test(key)) return 'duplicate';
  if (REFUNDED.test(key)) return 'refunded';
  if (VOID.test(key) && !NOT_YET_VOID.test(key)) return 'void';
  if (REFUND.test(key)) return 'refund';
  if (SETTLING.test(key)) return 'won';
  if (PENDING.test(key)) return 'pending';
  return WON.test(key) ? 'won' : 'unknown';
}

/** Of an order type: new, renewal, upgrade and what else there is say nothing about the kind. */
export function wordOfType(text: string): RowWord {
  const word = wordOfStatus(text);
  if (isOwnServiceWord(text)) return 'own-service';
  return word === 'refunded'
    ? 'refund'
    : word === 'void' ||
        word === 'duplicate' ||
        word === 'refund' ||
        (word === 'pending' && /未签|跟进|报价|商机|意向/.test(text))
      ? word
      : 'none';
}

/** Of a remark, which tells stories: only one that begins with the word means it of this row. */
export function wordOfRemark(text: string): RowWord {
  const key = foldKey(text);
  if (REPEATED.test(key)) return 'duplicate';
  if (/^(?:自有服务|自营服务|非厂商产品|ownservice)/.test(key)) return 'own-service';
  if (
    /^(?:此单|本单|该单|该订单|此订单|本订单|订单)?(?:客户)?已?(?:作废|取消|撤单|撤销|废单)(?:$|[,.;，。；;:：(（])/.test(
      key,
    ) ||
    /^(?:cancell?ed|voided?|void)(?:$|[,.;:(])/.test(key)
  )
    return 'void';
  if (/^(?:已|全额)?(?:退款|退订)(?:$|[,.;，。；;:：(（])/.test(key)) return 'refund';
  if (/^(?:未签|待签|跟进中|报价中|待付款|未付款)(?:$|[,.;，。；;:：(（])/.test(key))
    return 'pending';
  return 'none';
}

/** Chance of winning as the ledger gives it, 0…1; NaN when it does not. */
export function chanceOf(text: string): number {
  const reading = parseRate(text === '1' ? '100%' : text);
  if (reading.kind !== 'rate') return NaN;
  const chance = reading.rate.toNumber();
  return chance >= 0 && chance <= 1 ? chance : NaN;
}

const TOTAL =
  /^(?:[^,。;!]{0,12})?(?:小计|合计|总计|累计|共计|总额|汇总|总合计|平均|均值)(?:金额|总额|数|额|人民币)?(?:\(.{0,8}\))?[:：]?(?:[\d,.¥]+元?)?$|^(?:小计|合计|总计|累计|共计|其中)(?:[:：(]|.{0,8}$)|^其中|^共\d+[单笔条]|^[Σ∑]$|承前页|过次页|转下页|上页结转|本页合计|^(?:sub-?total|grandtotal|total|totals|sum|runningtotal|cumulative)(?:$|[:(]|for|of|q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)|(?:sub-?total|grandtotal|total)s?:?$/;

/** "1月小计", "合 计", "总计（元）", "Subtotal Q1", "Grand Total:". */
export function isTotalWord(text: string): boolean {
  const key = foldKey(text);
  return key.length > 0 && key.length <= 30 && TOTAL.test(key);
}

const NOTE_START =
  /^(?:注|备注|说明|附注|提示|以上|以下|上述|如下|截至|截止|更新|制表|制单|编制|审核|复核|审批|经办|统计|填表|打印|来源|数据来源|※|\*|#|——|【|note|remark|as of|prepared|checked|approved|source|orders below|orders above|the above|printed|updated)/i;
/** Rows under a header that tell how to fill it in. */
export const isInstruction = (text: string): boolean =>
  /^(?:必填|选填|非必填|示例|样例|例如|例[:：]|required|optional|example|e\.g\.)/i.test(text);

/** Rules drawn with characters: ———, =====, *****. */
export const isRule = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

const LABELLED = /^[^:：\d]{1,12}[:：]/;

export const isNoteText = (text: string): boolean => NOTE_START.test(text);
export const isLabelled = (text: string): boolean => LABELLED.test(text);

/** Something to be filled in later. */
export const isPlaceholder = (text: string): boolean =>
  /^(?:待定|待确认|待补|待补充|待分类|未分类|未知|不详|不明|未定|暂无|无|空|tbd|tba|n\/?a|#n\/a|null|none|unknown|[?？\-/—]+)$/i.test(
    foldKey(text),
  );
