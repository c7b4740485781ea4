/** Everything advice can say. */
export type AdviceFact = { readonly code: 'advice.none' };
