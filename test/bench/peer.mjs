// The same job by what a user would reach for instead: the sums, or reading and writing the file.
// node peer.mjs duckdb|exceljs|hucre|nothing FILE OUT, with BENCH_PEERS naming the folder they are
// in.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [kind, file, out] = process.argv.slice(2);
const peers = createRequire(pathToFileURL(`${process.env.BENCH_PEERS}/package.json`));
if (kind === 'exceljs') {
  const book = new (peers('exceljs').Workbook)();
  await book.xlsx.readFile(file);
  await book.xlsx.writeFile(out);
}
if (kind === 'hucre') {
  const { readXlsx, writeXlsx } = await import(pathToFileURL(peers.resolve('hucre')).href);
  fs.writeFileSync(out, await writeXlsx(await readXlsx(fs.readFileSync(file))));
}
if (kind === 'duckdb') {
  const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api');
  const database = await (await DuckDBInstance.create(':memory:')).connect();
  const sums = await database.runAndReadAll(
    `select 产品类别 k, quarter(签约日期) q, sum("实付金额(元)"::decimal(18,2)) s
     from read_csv('${file}') group by all order by all`,
  );
  console.log(sums.getRows().length);
}
