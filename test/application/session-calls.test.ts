import type { PaneSession } from '#application/session/pane-session.ts';
import { passedOn, SESSION_CALLS } from '#application/session/session-calls.ts';

const names = Object.keys(SESSION_CALLS) as (keyof PaneSession)[];

/** A session whose calls say who was called with what. */
const echo = Object.fromEntries(
  names.map((name) => [name, (...args: unknown[]) => Promise.resolve([name, args])]),
) as unknown as PaneSession;

test.each(names)(
  '%s goes to the session with its arguments, and its work comes back',
  async (name) => {
    const call = passedOn(() => echo)[name] as (...args: unknown[]) => Promise<unknown>;
    expect(await call('a', 2)).toEqual([name, ['a', 2]]);
  },
);

test('work that changes the screen is told apart from work that does not', async () => {
  const seen: string[] = [];
  const session = passedOn(
    () => echo,
    (effect, work) => {
      seen.push(effect);
      return work;
    },
  );
  await session.look();
  await session.clearHighlights();
  await session.writeReview('zh-CN');
  expect(seen).toEqual(['none', 'colours', 'sheet']);
});

test('without a session the call is refused, not its maker', async () => {
  const session = passedOn(() => {
    throw new Error('no file is open');
  });
  await expect(session.look()).rejects.toThrow('no file is open');
});
