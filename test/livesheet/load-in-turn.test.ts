import { inTurn } from '../../src/livesheet/load-in-turn.ts';

it('runs one part after the other, and what waits has its turn in between', async () => {
  const done: string[] = [];
  const step = (name: string) => (): Promise<unknown> => {
    setTimeout(() => done.push(`after ${name}`));
    done.push(name);
    return Promise.resolve();
  };
  await inTurn([step('core'), step('grid')]);
  expect(done).toEqual(['core', 'after core', 'grid', 'after grid']);
});
