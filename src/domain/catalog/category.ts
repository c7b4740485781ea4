import { familyNamed } from './family.ts';
import { foldKey } from '../reading/fold-text.ts';

/**
 * Categories are compared by key and shown as their writer wrote them. Width, case and spaces do
 * not make a difference, and the two categories every reseller has and the vendors' families are
 * the same in both languages; other names are the user's own.
 */
export function categoryKey(name: string): string {
  const folded = foldKey(name);
  return SAME_CATEGORY.get(folded) ?? familyNamed(folded) ?? folded;
}

export const BASE_CATEGORY = '基础';
export const SECURITY_CATEGORY = '安全';

/** Spellings that are one category, without spaces. */
export const SAME_CATEGORIES = [
  ...[
    '基础',
    '基础产品',
    '基础类',
    '基础类产品',
    '基础云',
    '基础云产品',
    '云基础',
    '云基础产品',
    'base',
    'basic',
    'baseproducts',
    'baseproduct',
    'basicproducts',
    'infrastructure',
  ].map((name) => [name, BASE_CATEGORY] as const),
  ...[
    '安全',
    '安全产品',
    '安全类',
    '安全类产品',
    '云安全',
    '云安全产品',
    'security',
    'securityproducts',
    'securityproduct',
  ].map((name) => [name, SECURITY_CATEGORY] as const),
];

const SAME_CATEGORY: ReadonlyMap<string, string> = new Map(SAME_CATEGORIES);
