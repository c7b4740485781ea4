/** What has to be warned about, never computed with. `words` are as the user wrote them. */
export type ComplianceFact =
  | { readonly code: 'compliance.bribery'; readonly words: string }
  | { readonly code: 'compliance.self-purchase'; readonly words: string }
  | { readonly code: 'compliance.splitting'; readonly words: string };
