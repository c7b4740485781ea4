import { Refusal } from '#domain/refusal.ts';
import { type Channel, connect, decode, encode } from '#application/session/remote-calls.ts';
import { Decimal } from '#domain/money/decimal.ts';

/** Two ends of one wire that only lets through what a structured clone lets through. */
function pair(): [Channel, Channel] {
  const handlers: ((message: unknown) => void)[] = [];
  const end = (own: number, other: number): Channel => ({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => handlers[other]?.(copy));
    },
    listen: (handle) => {
      handlers[own] = handle;
    },
  });
  return [end(0, 1), end(1, 0)];
}

describe('encode and decode', () => {
  it.each([
    ['a decimal', new Decimal('0.0612345678901234567890123456789')],
    ['decimals inside', { tiers: [{ rate: new Decimal('0.12') }, { rate: null }] }],
    ['a map of decimals', new Map([['续费率', new Decimal('0.92')]])],
    [
      'cells',
      [
        ['a', 1, null, true],
        ['b', { fault: '#N/A' }, '', false],
      ],
    ],
    ['typed arrays', { day: new Int32Array([1, 2]), amount: new Float64Array([0.5]) }],
  ])('%s comes back as it was', (_, value) => {
    expect(decode(structuredClone(encode(value)))).toEqual(value);
  });

  it('a decimal comes back as one that computes', () => {
    const back = decode(structuredClone(encode({ rate: new Decimal('0.1') }))) as { rate: Decimal };
    expect(back.rate.plus('0.2').toString()).toBe('0.3');
  });

  it('does not copy long plain columns', () => {
    const column = ['a', 'b'];
    expect((encode({ column }) as { column: unknown }).column).toBe(column);
  });
});

describe('connect', () => {
  const offered = {
    total: async (rates: readonly Decimal[], options: { progress: (done: number) => void }) => {
      options.progress(1);
      options.progress(2);
      return rates.reduce((sum, rate) => sum.plus(rate), new Decimal(0));
    },
    forever: (options: { signal: AbortSignal }) =>
      new Promise((_, reject) =>
        options.signal.addEventListener('abort', () =>
          reject(new DOMException('stopped', 'AbortError')),
        ),
      ),
    refuse: async () => {
      throw new Refusal({ code: 'x.y', rate: new Decimal(1) });
    },
  };

  it('carries arguments, progress and the answer', async () => {
    const [page, worker] = pair();
    connect(worker, offered);
    const remote = connect<typeof offered>(page);
    const seen: number[] = [];
    const sum = await remote.total([new Decimal('0.1'), new Decimal('0.2')], {
      progress: (done) => seen.push(done),
    });
    expect([sum.toString(), seen]).toEqual(['0.3', [1, 2]]);
  });

  it('carries an abort to the other side', async () => {
    const [page, worker] = pair();
    connect(worker, offered);
    const controller = new AbortController();
    const call = connect<typeof offered>(page).forever({ signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('keeps the fact of an expected failure', async () => {
    const [page, worker] = pair();
    connect(worker, offered);
    await expect(connect<typeof offered>(page).refuse()).rejects.toEqual(
      new Refusal({ code: 'x.y', rate: new Decimal(1) }),
    );
  });

  it('calls in both directions over one channel', async () => {
    const [page, worker] = pair();
    const port = connect<{ name: () => Promise<string> }>(worker, {
      greet: async () => `hello ${await port.name()}`,
    });
    const session = connect<{ greet: () => Promise<string> }>(page, { name: async () => 'page' });
    expect(await session.greet()).toBe('hello page');
  });

  it('a method that is not offered is a failure, not a silence', async () => {
    const [page, worker] = pair();
    connect(worker, {});
    await expect(connect<{ missing: () => Promise<void> }>(page).missing()).rejects.toThrow(
      'missing',
    );
  });
});
