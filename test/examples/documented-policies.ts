import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The examples of docs/policies, each computed from the very tables that a reader sees. */
export interface DocumentedPolicy {
  readonly title: string;
  readonly tables: readonly string[];
  readonly asOf: string | undefined;
  readonly total: string;
}

export function documentedPolicies(name: string): readonly DocumentedPolicy[] {
  const text = readFileSync(join(__dirname, '../../docs', name), 'utf8');
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.split('\n')[0] ?? '',
      tables: (section.match(/(?:^\|.*\n)+/gm) ?? []).map(plain),
      asOf: /(?:截至|as of) (\d{4}-\d\d-\d\d)/.exec(section)?.[1],
      total: (/\*\*([\d,.]+)\*\*/.exec(section)?.[1] ?? '').replace(/,/g, ''),
    }));
}

/** A markdown table as cells between bars. */
const plain = (table: string): string =>
  table
    .trim()
    .split('\n')
    .filter((line) => !/^\|[-|]+$/.test(line))
    .map((line) => line.replace(/^\| ?| ?\|$/g, '').replace(/ \| /g, '|'))
    .join('\n');
