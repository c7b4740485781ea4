import type { ComplianceFact } from './compliance.facts.ts';
import { pattern } from '../pattern.ts';

/**
 * Payments to a customer's purchasing people, found in words. Open discounts to the customer and a
 * booked commission to an intermediary are lawful; money to a department or a person is commercial
 * bribery (反不正当竞争法, 2025 revision, Article 8; in force since 2025-10-15 the taker and those
 * responsible are fined too).
 */
const BRIBE = pattern('i')`
  回扣|好处费|感谢费|茶水费|辛苦费|打点费|私户|个人账户|个人卡|私人账户|返给个人|返现给个人|返个人
  |给个人返|专项奖励|购物卡|红包|礼品卡|加油卡|kick-?backs?|bribes?|under the table|under-the-table
  |gift cards?|red envelopes?|private account|personal account|slush
`;

/** The people in question; with a payment beside them only. */
const PURCHASER = pattern('i')`
  采购部|采购经理|采购总监|采购主管|采购负责人|采购人员|采购员|采购科|经办人员
  |procurement (?:department|manager|team|officer|director|staff)|purchasing (?:department|manager
  |team|officer|director|staff|agent)|buyer's (?:manager|team)
`;
const PAYMENT = pattern('i')`
  返|奖励|奖金|提成|好处|酬|给(?!出|的|我)|打款|转账|支付给|费用|佣金|\d\s?(?:元|万|%|个点|点)
  |[¥￥]\s?\d|reward|bonus|commission|rebate|cash|paid to|pay to|payment|incentive|gift|\$\s?\d
  |(?:rmb|cny)\s?\d
`;
/** Hospitality only with a sum beside it. 招待所 is a hotel. */
const HOSPITALITY = /招待(?!所)|宴请|entertainment|hospitality/i;
const SUM = /\d\s?(?:元|块|万|w|k)|[¥￥$]\s?\d|\d{3,}|(?:rmb|cny)\s?\d/i;

/** "不得给回扣", "无回扣": the opposite is said. */
const DENIED = /(?:不得|不能|不可|禁止|严禁|杜绝|无|没有|不含|不涉及|非)[^,，。;；]{0,8}$/;
const DENIED_ENGLISH = /\b(?:no|not|never|without|prohibit(?:s|ed)?)\b[^,.;]{0,20}$/i;
/** The vendor's own promotions have red packets and special rewards as well. */
const VENDOR_PROMOTION = /(?:阿里云|厂商|厂家|原厂|平台|官方|云市场|满减|代金)[^,，。;；]{0,6}$/;
const VENDOR_PROMOTION_AFTER = /^(?:抵扣|满减|优惠|券)/;
/** The rest of a company's name: 红包网络科技有限公司, 购物卡服务公司. */
const COMPANY_AFTER = pattern()`
  ^(?:(?![给至到送付返的])[\u4e00-\u9fff]){0,10}(?:公司|集团|酒店|饭店|宾馆|商行|店|厂|局|医院|学校
  |大学|中心|银行|科技|协会)
`;
const COMPANY_AFTER_ENGLISH = /^[\w &-]{0,30}\b(?:Ltd|Inc|LLC|Co|Company|Corp|Hotel|Group|GmbH)\b/;

const SELF_PURCHASE = pattern('i')`
  自购|自买|自己下单|自己买|自用冲量|刷单|冲业绩|冲量单|挂单|拼单|挂靠|借(?:用)?.{0,6}账号
  |self-?purchas|bought by ourselves|buy(?:ing)? ourselves|under another account
`;
const SPLITTING =
  /拆单|拆分订单|拆成.{0,4}单|分拆下单|凑单|split (?:the )?order|order split(?:ting)?|splitting/i;

/**
 * What a text gives reason to warn about, most serious first; empty for most. Hints only: nobody is
 * accused and no figure is ever computed from such a text.
 *
 * @param hasSum - a sum stands beside the text, as in a column of its own (招待费 | 2,000)
 */
export function complianceFacts(text: string, hasSum = false): ComplianceFact[] {
  const facts: ComplianceFact[] = [];
  if (isBribe(text, hasSum)) facts.push({ code: 'compliance.bribery', words: text });
  if (SELF_PURCHASE.test(text)) facts.push({ code: 'compliance.self-purchase', words: text });
  if (SPLITTING.test(text)) facts.push({ code: 'compliance.splitting', words: text });
  return facts;
}

function isBribe(text: string, hasSum: boolean): boolean {
  if (meant(text, BRIBE)) return true;
  if (meant(text, PURCHASER)) return hasSum || PAYMENT.test(text.replace(PURCHASER, ' '));
  return meant(text, HOSPITALITY) && (hasSum || SUM.test(text));
}

/** The word stands there, not denied, not the vendor's promotion, not in a company's name. */
function meant(text: string, words: RegExp): boolean {
  if (!words.test(text)) return false;
  for (const match of text.matchAll(new RegExp(words.source, 'gi'))) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    const isExcused =
      DENIED.test(before) ||
      DENIED_ENGLISH.test(before) ||
      VENDOR_PROMOTION.test(before) ||
      VENDOR_PROMOTION_AFTER.test(after) ||
      COMPANY_AFTER.test(after) ||
      COMPANY_AFTER_ENGLISH.test(after);
    if (!isExcused) return true;
  }
  return false;
}
