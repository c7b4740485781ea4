import type { ComplianceFact } from '#domain/compliance/compliance.facts.ts';
import type { Sentences } from '../sentences.ts';

export const compliance: Sentences<ComplianceFact> = {
  'compliance.bribery': ({ words }) =>
    `“${words}”像是返还给客户采购部门或个人的款项，可能构成商业贿赂（反不正当竞争法 2025 ` +
    '修订第八条，收受方与责任人同样受罚）。合规做法：写进合同，' +
    '折扣开在同一张发票上，由客户公司对公账户收取并如实入账。本工具不计算此类返还；' +
    '本提示不是法律意见。',
  'compliance.self-purchase': ({ words }) =>
    `“${words}”像是自购、挂单或借他人账号冲量：可能违反渠道协议（虚假报备），返点会被追回；` +
    '下单前请取得厂商书面同意。',
  'compliance.splitting': ({ words }) =>
    `“${words}”像是为档位拆单或凑单：可能违反渠道协议，请按真实需求和真实客户下单，` +
    '并先问清厂商规则。',
};
