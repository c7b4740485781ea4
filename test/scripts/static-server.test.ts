import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StaticServer, serveFolder } from '../../scripts/static-server.ts';

const place = mkdtempSync(join(tmpdir(), 'rebate-site-'));
const site = join(place, 'site');
let server: StaticServer;

beforeAll(async () => {
  mkdirSync(join(site, 'empty'), { recursive: true });
  writeFileSync(join(site, 'index.html'), 'home');
  writeFileSync(join(site, '中文 name.js'), 'script');
  writeFileSync(join(site, 'big.bin'), new Uint8Array(20_000_000));
  writeFileSync(join(place, 'secret.txt'), 'secret');
  mkdirSync(join(place, 'site-beside'));
  writeFileSync(join(place, 'site-beside/secret.txt'), 'secret');
  symlinkSync(join(place, 'secret.txt'), join(site, 'link.txt'));
  server = await serveFolder(site, 0);
});
afterAll(async () => {
  await server.close();
  rmSync(place, { recursive: true, force: true });
});

const port = (): number => Number(new URL(server.address).port);

/** What comes back for bytes sent as they are: no client tidies the path first. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port(), '127.0.0.1', () => socket.write(text));
    let got = '';
    socket.on('data', (data) => (got += data.toString('latin1')));
    socket.on('error', () => resolve(got));
    socket.on('close', () => resolve(got));
  });
const get = (path: string, host = 'localhost'): Promise<string> =>
  raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
const alive = async (): Promise<void> =>
  expect(await get('/')).toMatch(/^HTTP\/1\.1 200[\s\S]*home$/);

it('serves the files of the folder', async () => {
  await alive();
  expect(await get(`/${encodeURIComponent('中文 name.js')}?lang=zh-CN`)).toContain('script');
});

it.each([
  ['/%', 400],
  ['/%E0%A4%A', 400],
  ['/%00', 400],
  ['//', 200],
  ['//evil.example/x', 404],
  ['http://evil.example/%', 400],
  ['*', 400],
  ['/nothing.html', 404],
  ['/empty', 404],
  ['/empty/', 404],
  [`/${'a'.repeat(5000)}`, 404],
  [`/${'a/'.repeat(4000)}`, 404],
])('survives %s', async (path, status) => {
  expect(await get(path)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  await alive();
});

it.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/empty/../../secret.txt',
  '/%252e%252e/secret.txt',
  '/../site-beside/secret.txt',
  '/link.txt',
  '//secret.txt/../../secret.txt',
])('gives nothing outside the folder for %s', async (path) => {
  const got = await get(path);
  expect(got).toMatch(/^HTTP\/1\.1 404 /);
  expect(got).not.toContain('\r\n\r\nsecret');
});

it('survives bytes that are no request, other methods and other host names', async () => {
  await raw('\x00\x01\x02\r\n\r\n');
  await raw(`GET / HTTP/1.1\r\n${'X: y\r\n'.repeat(5000)}\r\n`);
  expect(await raw('POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).toContain(
    ' 405 ',
  );
  expect(await get('/', 'rebound.example')).toContain(' 421 ');
  await alive();
});

it('survives a visitor who leaves in the middle of a file', async () => {
  await new Promise<void>((resolve) => {
    const socket = connect(port(), '127.0.0.1', () => {
      socket.write('GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n');
      socket.once('data', () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
  await alive();
});

it('listens on this computer only', () => {
  expect(server.address).toMatch(/^http:\/\/localhost:\d+\/$/);
});
