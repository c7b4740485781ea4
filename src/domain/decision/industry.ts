import { pattern } from '../pattern.ts';

/** Industries whose systems usually come with a protection level (等保) to ask about. */
export const INDUSTRIES = ['finance', 'medical', 'education', 'government', 'other'] as const;
export type Industry = (typeof INDUSTRIES)[number];

const WORDS: readonly (readonly [Industry, RegExp])[] = [
  ['medical', /医|卫生|药|hospital|medic|health|clinic|pharma/i],
  [
    'finance',
    /金融|银行|保险|证券|基金|信托|支付|期货|financ|bank|insur|securit(?:y|ies) firm|brokerage/i,
  ],
  ['education', /教育|学校|大学|学院|中学|小学|高校|培训|educat|school|universit|college/i],
  [
    'government',
    pattern('i')`
    政府|政务|公安|法院|检察|税务|海关|街道|管委会|事业单位|机关|委员会|人民政府|govern
    |public sector|municipal
  `,
  ],
];

/**
 * By the industry column where there is one, else by the customer's name; 'other' says nothing
 * about duty.
 */
export function industryOf(industry: string, customer: string): Industry {
  const text = industry.trim() === '' ? customer : industry;
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? 'other';
}

/** Products of the sets below; each language has its names. */
export type SetProduct =
  | 'firewall'
  | 'security-center'
  | 'logs'
  | 'certificates'
  | 'web-firewall'
  | 'bastion'
  | 'database-audit'
  | 'anti-ddos'
  | 'keys'
  | 'load-balancer';

/**
 * Products commonly configured for a level: practice of resellers, not law; only a licensed
 * assessor decides.
 */
interface ProductSet {
  readonly level: 2 | 3;
  readonly required: readonly SetProduct[];
  readonly suggested: readonly SetProduct[];
}

export const PRODUCT_SETS: readonly ProductSet[] = [
  {
    level: 2,
    required: ['firewall', 'security-center', 'logs', 'certificates'],
    suggested: ['web-firewall', 'bastion', 'database-audit', 'anti-ddos', 'keys'],
  },
  {
    level: 3,
    required: [
      'firewall',
      'web-firewall',
      'security-center',
      'bastion',
      'logs',
      'database-audit',
      'certificates',
      'load-balancer',
    ],
    suggested: ['anti-ddos', 'keys'],
  },
];
