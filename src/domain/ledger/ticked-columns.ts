import { foldKey } from '../reading/fold-text.ts';
import type { HeaderCell } from '../reading/header-row.ts';
import type { RowWord } from './row-words.ts';
import { pattern } from '../pattern.ts';

export const YES = /^(?:是|有|√|✓|✔|y|yes|true|1)$/;
const NO = /^(?:否|无|未|不|×|x|✗|✘|n|no|false|0)$/;
const INVOICE_OFF = /作废|红冲|冲红|红字|^void|cancell?ed|credited|reversed/;

/** Columns that tick something of a row: the headers, what is ticked, and what that says. */
export const TICKED: readonly (readonly [header: RegExp, said: RegExp, word: RowWord])[] = [
  [/^(?:是否)?(?:审核|审批|复核)(?:通过|结果)?$|^是否通过$|^(?:is)?approved\??$/, NO, 'pending'],
  [/^(?:审核|审批|复核)(?:结果|意见)?$/, /退回|打回|驳回|拒绝|未过|不通过/, 'void'],
  [
    pattern()`
    ^是否(?:计佣|参与返[点佣利]|计入业绩|算业绩|计业绩|可返)$|^(?:is)?(?:commissionable|eligible
    |rebateeligible|eligibleforrebate)\??$
  `,
    NO,
    'void',
  ],
  [
    /^(?:是否)?(?:自用|自有服务|内部使用|自营服务)$|^(?:is)?internal(?:use)?\??$/,
    YES,
    'own-service',
  ],
  [/^是否(?:为)?(?:测试|测试单|测试订单)$|^(?:is)?test(?:order)?\?$/, YES, 'void'],
  [
    pattern()`
    ^是否(?:返[点佣利]|参与)$|^(?:返[点佣利]|计佣|参与返[点佣利])(?:标[识志记]|资格)$|^(?:rebate
    |commission)(?:flag|eligibility)$|^rebat(?:e?able|edeal)\??$
  `,
    NO,
    'unknown',
  ],
  [
    pattern()`
    ^已?退(?:货|款|订)?(?:数量?|件数)$|^(?:refund|return|cancell?)(?:ed)?(?:qty|quantity|units)$
    |^(?:qty|quantity)(?:refunded|returned|cancell?ed)$|^取消数量$
  `,
    /[1-9]/,
    'partly-back',
  ],
  [
    pattern()`
    ^(?:拒绝|取消|作废|退[款货订]|输单|丢单)原因$|^reasonforrejection$|^(?:cancel(?:l?ation)?
    |reject(?:ion)?|loss|lost|refund|return)reason$
  `,
    /^(?!(?:无|none|n\/a|[-–—/]+)$)./,
    'unknown',
  ],
  [/^已(?:回款|收款|付款|到款)$/, NO, 'pending'],
  [/^(?:paid|payed|collected|invoiced)\??$/, /^(?:n|no|not?yet|false|×|✗|✘)$/, 'pending'],
  [/^(?:发票|开票)状态$|^invoicestatus$/, INVOICE_OFF, 'refund'],
  [/^invoicestatus$/, /^draft$/, 'unknown'],
];

export const headerKey = ({ text }: HeaderCell): string => foldKey(text).replace(/[_-]/g, '');

/** Whether a header is that of a column that ticks something. */
export const isTicked = (cell: HeaderCell): boolean =>
  TICKED.some(([header]) => header.test(headerKey(cell)));

export const SAYS_TAX = pattern()`
  ^(?:是否)?(?:含税|价税)(?:\?|标[识志记]|情况|类型|与否)?$|^(?:is)?(?:tax|vat)(?:included|inclusive
  |incl|basis|type|status)\??$|^(?:incl|including|includes)(?:tax|vat)\??$|^(?:gross\/net
  |net\/gross)$
`;

/** What a column says of the tax of its row's amount: 是否含税 否, 价税 含税, Tax included N. */
export const isTaxFlag = (cell: HeaderCell): boolean => SAYS_TAX.test(headerKey(cell));
