export const PAGES = ['overview', 'edges', 'advice', 'statement', 'policy'] as const;
export type Page = (typeof PAGES)[number];
