import { categoryKey } from '../catalog/category.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Component, Policy } from '../policy/policy.ts';
import { type ComponentWindow, windowEntitled } from './component-windows.ts';
import { isOpenGate } from './payouts.ts';

/** 取高: the components that compete with this one. */
export function rivalsOf(policy: Policy, component: Component): readonly Component[] {
  const { stack } = component;
  if (stack.kind !== 'highest') return [];
  return policy.components.filter(
    (other) =>
      other !== component &&
      other.stack.kind === 'highest' &&
      categoryKey(other.stack.group) === categoryKey(stack.group),
  );
}

/**
 * Whether a component of a stacking group is the one that pays at a slice: the largest entitlement
 * of the same window, and of equals the first by id, never by row order. One that is blocked or
 * whose gate is shut does not compete.
 */
export function wins(
  window: ComponentWindow,
  slice: number,
  rivals: readonly (readonly ComponentWindow[])[],
): boolean {
  if (rivals.length === 0) return true;
  const own = windowEntitled(window, slice);
  const end = window.slices[slice]?.end;
  return rivals.every((rival) => {
    const same = rival.find(
      ({ period }) => period.from === window.period.from && period.to === window.period.to,
    );
    if (same === undefined || same.blocked !== null || end === undefined) return true;
    const at = sliceBy(same, end);
    if (at < 0 || !same.members.some((member) => isPaying(member.knownAt(at)[at]))) return true;
    const theirs = windowEntitled(same, at);
    return own.gt(theirs) || (own.eq(theirs) && window.component.id < same.component.id);
  });
}

const isPaying = (slice: Parameters<typeof isOpenGate>[0] | undefined): boolean =>
  slice !== undefined && isOpenGate(slice);

/** The last slice that has ended by a day. */
const sliceBy = (window: ComponentWindow, end: LocalDate): number =>
  window.slices.reduce((found, slice, index) => (slice.end <= end ? index : found), -1);
