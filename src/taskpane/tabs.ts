export const TABS = ['overview', 'edges', 'advice', 'statement', 'policy'] as const;
export type Tab = (typeof TABS)[number];
