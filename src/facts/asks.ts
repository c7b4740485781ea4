/** What the browser edition asks before something would be left, replaced, written or forgotten. */
export type Asked =
  | { readonly kind: 'leave'; readonly name: string; readonly next: string }
  | { readonly kind: 'reread'; readonly name: string }
  | { readonly kind: 'forget' }
  | { readonly kind: 'writeBack'; readonly name: string }
  | { readonly kind: 'dropped'; readonly name: string }
  | { readonly kind: 'elsewhere'; readonly name: string };

/** What was chosen; `cancel` by Escape too. */
export type Choice = 'go' | 'download' | 'statement' | 'orders' | 'mine' | 'theirs' | 'cancel';
