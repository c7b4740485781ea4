import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from './random.ts';
import { SURFACES } from './surfaces.ts';

/**
 * Every door, given what nobody should hand in, for about a minute in all. The seed is printed;
 * FUZZ_SEED repeats it, FUZZ_SECONDS gives more time (`npm run test:deep -- --minutes 30`). What is
 * found is kept in finds/, and tried again before anything new.
 */
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 50);
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const finds = join(__dirname, 'finds');
const names = Object.keys(SURFACES);

interface Find {
  readonly surface: string;
  readonly input: unknown;
}

const kept = existsSync(finds) ? readdirSync(finds).filter((name) => name.endsWith('.json')) : [];
if (kept.length > 0)
  it.each(kept)('stays cured: %s', async (name) => {
    const { surface, input } = JSON.parse(readFileSync(join(finds, name), 'utf8')) as Find;
    await SURFACES[surface]?.check(input);
  });

beforeAll(() => process.stdout.write(`fuzz: seed ${seed}, ${seconds} s\n`));

it.each(names)(
  '%s',
  async (name) => {
    const { make, check } = SURFACES[name] as (typeof SURFACES)[string];
    const until = Date.now() + (seconds * 1000) / names.length;
    let tried = 0;
    for (; tried < 20 || Date.now() < until; tried += 1) {
      // As a find is kept, so it is tried.
      const input: unknown = JSON.parse(JSON.stringify(make(new Random(seed + tried)) ?? null));
      try {
        await check(input);
      } catch (error) {
        mkdirSync(finds, { recursive: true });
        const path = join(finds, `${name.replaceAll(' ', '-')}-${seed + tried}.json`);
        writeFileSync(path, `${JSON.stringify({ surface: name, input } satisfies Find)}\n`);
        throw new Error(`seed ${seed + tried}, kept in ${path}`, { cause: error });
      }
    }
    process.stdout.write(`fuzz: ${name}: ${tried}\n`);
  },
  (seconds + 120) * 1000,
);
