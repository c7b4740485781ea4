/** Everything the policy reader and its check can say. */
export type PolicyFact = { readonly code: 'policy.none' };
