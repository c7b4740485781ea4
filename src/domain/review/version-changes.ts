import { itemAt } from '../columns.ts';
import { type LocalDate, addDays } from '../calendar/local-date.ts';
import type { Component, Policy } from '../policy/policy.ts';

/**
 * A day on which versions of the policy take over from others: the policy as it is, and as if they
 * never had.
 */
interface VersionChange {
  readonly on: LocalDate;
  /** Names of the versions: of the policy where it has one, else of the component. */
  readonly before: string;
  readonly now: string;
  /** The sentences the new versions rest on, each once. */
  readonly sentence: string;
  readonly recordedOn: string;
  /** The old versions go on to where the new ones end. */
  readonly beforePolicy: Policy;
}

/**
 * The changes of version between two days, oldest first. A component's versions share its name; the
 * one that begins next takes over. As known before the change, the old version would have gone on.
 */
export function versionChanges(
  policy: Policy,
  from: LocalDate,
  to: LocalDate,
): readonly VersionChange[] {
  const successions = [...new Set(policy.components.map((component) => component.name))].flatMap(
    (name) => successionsOf(policy.components.filter((component) => component.name === name)),
  );
  const days = [...new Set(successions.map((one) => one.on))]
    .filter((on) => on >= from && on <= to)
    .sort((a, b) => a - b);
  return days.map((on) =>
    changeOn(
      policy,
      on,
      successions.filter((one) => one.on === on),
    ),
  );
}

interface Succession {
  readonly on: LocalDate;
  readonly old: Component;
  readonly next: Component;
}

function successionsOf(versions: readonly Component[]): readonly Succession[] {
  const ordered = [...versions].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  return ordered.slice(1).flatMap((next, index) => {
    const old = itemAt(ordered, index);
    // Only where one follows the other without a pause: after a pause the old version did not go
    // on.
    return next.from === null || old.to === null || addDays(old.to, 1) !== next.from
      ? []
      : [{ on: next.from, old, next }];
  });
}

function changeOn(
  policy: Policy,
  on: LocalDate,
  successions: readonly Succession[],
): VersionChange {
  const replaced = new Map(
    successions.map(({ old, next }) => [old, { ...old, to: next.to }] as const),
  );
  const gone = new Set(successions.map(({ next }) => next));
  const joined = (texts: readonly string[]): string =>
    [...new Set(texts.filter((text) => text !== ''))].join(' · ');
  return {
    on,
    before: joined(successions.map(({ old }) => old.policy || old.id)),
    now: joined(successions.map(({ next }) => next.policy || next.id)),
    sentence: joined(successions.map(({ next }) => next.source)),
    recordedOn: joined(successions.map(({ next }) => next.recordedOn)),
    beforePolicy: {
      ...policy,
      components: policy.components
        .filter((component) => !gone.has(component))
        .map((component) => replaced.get(component) ?? component),
    },
  };
}
