import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPolicyFile } from '#hosts/cli/files.ts';
import { bookOf, sheetData } from '../workbook/fixture.ts';

const sheet = (...rows: readonly (readonly string[])[]): string =>
  sheetData(
    rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells
            .map(
              (text, at) =>
                `<c r="${'ABCDE'[at] ?? ''}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
            )
            .join('')}</row>`,
      )
      .join(''),
  );

it('orders that stand before the policy are not taken for it', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'policy-')), 'policy.xlsx');
  writeFileSync(
    path,
    bookOf({
      sheets: {
        订单: sheet(
          ['订单号', '类别', '销售额', '佣金'],
          ['A1', '云', '90000', '1800'],
          ['A2', '云', '40000', '800'],
        ),
        条款: sheet(['返点项', '门槛', '比例'], ['季', '50万', '3%']),
      },
    }),
  );
  const { policy } = await readPolicyFile(path);
  expect(policy?.components.map(({ name }) => name)).toEqual(['季']);
});
