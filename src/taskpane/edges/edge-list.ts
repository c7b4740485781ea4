import type { AnalysisView } from '#application/analyze/analysis-view.ts';
import { EDGE_ROLES, type EdgeOrder, type EdgeRole } from '#domain/edge/edge-order.ts';

/**
 * The list as it is drawn: a heading for each role that has orders, its orders under it, largest
 * stake first.
 */
export type EdgeItem =
  | { readonly kind: 'role'; readonly role: EdgeRole; readonly count: number }
  | { readonly kind: 'edge'; readonly edge: EdgeOrder };

export function edgeItems(edges: AnalysisView['edges']): readonly EdgeItem[] {
  return EDGE_ROLES.flatMap((role) => {
    const own = edges.filter((edge) => edge.role === role).sort((a, b) => b.stake - a.stake);
    if (own.length === 0) return [];
    return [
      { kind: 'role', role, count: own.length } as const,
      ...own.map((edge) => ({ kind: 'edge', edge }) as const),
    ];
  });
}

export const edgeKey = (edge: EdgeOrder): string =>
  `${edge.role}:${edge.component}:${edge.period}:${edge.ledgerIndex}`;
