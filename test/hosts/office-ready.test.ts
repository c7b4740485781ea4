/** @jest-environment jsdom */
import { officeReady, openedByOffice } from '#hosts/office-ready.ts';

/** Inside Excel the page waits for Excel, says so, and never turns into the browser edition. */
const page = globalThis as { Office?: unknown };
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  delete page.Office;
});

const office = (answer: Promise<{ host: string | null }>): void => {
  page.Office = { onReady: () => answer, HostType: { Excel: 'Excel' } };
};
const settled = async (work: Promise<unknown>): Promise<unknown> => {
  let outcome: unknown = 'waiting';
  void work.then((value) => (outcome = value));
  await jest.advanceTimersByTimeAsync(0);
  return outcome;
};

it('knows a page that Office has opened by its address or its frame', () => {
  const at = (search: string, framed = false): Parameters<typeof openedByOffice>[0] => {
    const location = { search, hash: '' } as Location;
    const own = { location } as { location: Location; parent?: unknown };
    own.parent = framed ? {} : own;
    return own as Parameters<typeof openedByOffice>[0];
  };
  expect(openedByOffice(at('?lang=zh-CN'))).toBe(false);
  expect(openedByOffice(at('?_host_Info=Excel$Win32$16.01$zh-CN'))).toBe(true);
  expect(openedByOffice(at('', true))).toBe(true);
});

it('on a slow line inside Excel it says so and goes on waiting', async () => {
  let answer: (given: { host: string }) => void = () => undefined;
  office(new Promise((resolve) => (answer = resolve)));
  const said: string[] = [];
  const ready = officeReady((waiting) => said.push(waiting), true);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual(['slow']);
  expect(await settled(ready)).toBe('waiting');
  answer({ host: 'Excel' });
  expect(await settled(ready)).toBe('excel');
});

it('with office.js blocked inside Excel it says so and nothing else', async () => {
  const said: string[] = [];
  const ready = officeReady((waiting) => said.push(waiting), true);
  await jest.advanceTimersByTimeAsync(60_000);
  expect([await settled(ready), said]).toEqual(['waiting', ['blocked']]);
});

it('an office.js that finds no host inside Excel is a blocked one', async () => {
  for (const host of [null, '']) {
    office(Promise.resolve({ host }));
    const said: string[] = [];
    const ready = officeReady((waiting) => said.push(waiting), true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect([await settled(ready), said]).toEqual(['waiting', ['blocked']]);
  }
  office(Promise.resolve({ host: 'PowerPoint' }));
  expect(await settled(officeReady(() => undefined, true))).toBe('elsewhere');
});

it('in a browser tab it is on its own', async () => {
  const say = jest.fn();
  expect(await settled(officeReady(say, false))).toBe('elsewhere');
  office(new Promise(() => undefined));
  const ready = officeReady(say, false);
  await jest.advanceTimersByTimeAsync(9_000);
  expect(await settled(ready)).toBe('elsewhere');
  expect(say).not.toHaveBeenCalled();
});
