import { readFileSync } from 'node:fs';
import { apiViolations, compilerOptions, officeFiles, requirementSets } from './api-sets.ts';

/**
 * `tsx scripts/check-api-sets.ts`: fails when `src` uses Office.js above the manifest's requirement
 * sets without asking the host.
 */
const violations = apiViolations(
  officeFiles('src'),
  compilerOptions('tsconfig.json'),
  requirementSets(readFileSync('manifest.xml', 'utf8')),
);
for (const { file, line, member, set, version } of violations)
  process.stderr.write(
    `${file}:${line}: ${member} needs ${set} ${version}; ask supports('${set}', ` +
      `'${version}') in the same function\n`,
  );
process.exitCode = violations.length === 0 ? 0 : 1;
