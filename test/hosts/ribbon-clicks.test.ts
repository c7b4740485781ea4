import { RibbonClicks } from '#hosts/ribbon-clicks.ts';

type Handler = (event: { completed(): void }) => void;
const taken = new Map<string, Handler>();
const office = { actions: { associate: (name: string, act: Handler) => taken.set(name, act) } };

afterEach(() => {
  taken.clear();
  Reflect.deleteProperty(globalThis, 'Office');
});

const actions = (done: string[]) => ({
  analyzeSheet: () => Promise.resolve(void done.push('analyzeSheet')),
  writeReview: () => Promise.reject(new Error('no sheet')),
});

it('a click before Excel is ready is worked off once it is', async () => {
  Object.assign(globalThis, { Office: office });
  const clicks = new RibbonClicks();
  clicks.listen();
  const done: string[] = [];
  const ended = new Promise<void>((resolve) => taken.get('analyzeSheet')?.({ completed: resolve }));
  expect(done).toEqual([]);
  clicks.serve(actions(done));
  await ended;
  expect(done).toEqual(['analyzeSheet']);
});

it('a command that fails ends all the same', async () => {
  Object.assign(globalThis, { Office: office });
  const clicks = new RibbonClicks();
  clicks.serve(actions([]));
  await new Promise<void>((resolve) => taken.get('writeReview')?.({ completed: resolve }));
});

it('takes the names later where Office comes later, and once', () => {
  const clicks = new RibbonClicks();
  clicks.listen();
  expect(taken.size).toBe(0);
  Object.assign(globalThis, { Office: office });
  clicks.serve(actions([]));
  clicks.listen();
  expect([...taken.keys()]).toEqual(['analyzeSheet', 'writeReview']);
});
