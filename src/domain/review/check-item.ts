/** What a spreadsheet counts or adds up on the order sheets, by plain formulas. */
export type CheckItem =
  | { readonly kind: 'rows' | 'amounts' | 'received' | 'probabilities' }
  | { readonly kind: 'amounts-of-period' | 'amounts-of' | 'rows-of'; readonly name: string };
