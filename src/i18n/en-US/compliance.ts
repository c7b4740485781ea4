import type { ComplianceFact } from '#domain/compliance/compliance.facts.ts';
import type { Sentences } from '../sentences.ts';

export const compliance: Sentences<ComplianceFact> = {
  'compliance.bribery': ({ words }) =>
    `"${words}" looks like money for the customer's purchasing department or a person, ` +
    'which may be commercial bribery (PRC Anti-Unfair Competition Law, 2025 revision, ' +
    'Article 8; takers and persons responsible are fined too). The clean way: put it in the ' +
    'contract, show the discount on the same invoice, and let the customer company receive ' +
    'it on its company account and book it. Such payments are never calculated here; this ' +
    'is no legal advice.',
  'compliance.self-purchase': ({ words }) =>
    `"${words}" looks like buying for yourself or under another account to reach a tier: ` +
    'this may breach the channel agreement (false registration) and the rebate can be ' +
    `claimed back; get the vendor's written consent first.`,
  'compliance.splitting': ({ words }) =>
    `"${words}" looks like splitting or combining orders for a tier: this may breach the ` +
    'channel agreement; order what real customers really need and ask the vendor for the ' +
    'rule first.',
};
