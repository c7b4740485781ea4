import type { Policy } from '#domain/policy/policy.ts';
import type { Language } from '#domain/language.ts';

/**
 * What the example policy is called on screen: never a vendor's policy. A file that names itself
 * keeps its name, and a policy of the user's own without one has none.
 */
export function exampleName(policy: Policy, language: Language): string {
  if (!policy.example) return policy.name;
  if (policy.name !== '' && policy.name !== '示例政策 / example policy') return policy.name;
  return language === 'zh-CN'
    ? '示例政策（一篇文章里的表格，不是厂商政策）'
    : "Example policy (a table from an article, not a vendor's policy)";
}
