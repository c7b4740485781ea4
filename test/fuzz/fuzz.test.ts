import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seed, tries } from '../runs.ts';
import { Random } from './random.ts';
import { SURFACES } from './surfaces.ts';

/**
 * Every door, given what nobody should hand in, as often as takes half a minute or a whole one in
 * all. The seed is printed; TEST_SEED repeats it, and the same number of tries with it. For longer:
 * `npm run test:deep -- --minutes 30`. What is found is kept in finds/, and tried again before
 * anything new.
 */
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

beforeAll(() => process.stdout.write(`fuzz: seed ${seed}\n`));

it.each(names)('%s', async (name) => {
  const { make, check, tries: often } = SURFACES[name] as (typeof SURFACES)[string];
  for (let tried = 0; tried < tries(often); tried += 1) {
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
});
