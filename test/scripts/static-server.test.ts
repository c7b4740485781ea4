import fs, { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
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
  new Promise((resolve, reject) => {
    const socket = connect(port(), '127.0.0.1', () => socket.write(text));
    let got = '';
    socket.setTimeout(10_000, () => {
      socket.destroy();
      reject(new Error('neither an answer nor an end for ten seconds'));
    });
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

it('lets no other site frame a page or load a file of ours', async () => {
  for (const path of ['/', `/${encodeURIComponent('中文 name.js')}`]) {
    const got = await get(path);
    expect(got).toContain("Content-Security-Policy: frame-ancestors 'self'\r\n");
    expect(got).toContain('Cross-Origin-Resource-Policy: same-origin\r\n');
  }
});

it.each([
  'Host: localhost.evil.example',
  'Host: localhost@evil.example',
  'Host: 127.0.0.1.evil.example',
  'Host: evil.example\r\nHost: localhost',
  'Host: localhost:80:90',
  'Host:',
])('gives nothing to %s', async (host) => {
  expect(await raw(`GET / HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`)).not.toMatch(
    /^HTTP\/1\.1 200/,
  );
});

it('gives no pipe and no device that a link in the folder leads to', async () => {
  symlinkSync('/dev/zero', join(site, 'zero.js'));
  symlinkSync('circle.js', join(site, 'circle.js'));
  for (const name of ['zero.js', 'circle.js'])
    expect(await get(`/${name}`)).toMatch(/^HTTP\/1\.1 404 /);
});

it.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'CONNECT', 'NONSENSE'])(
  'does nothing for %s',
  async (method) => {
    const got = await raw(`${method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(got).toMatch(/^$|^HTTP\/1\.1 405 /);
    await alive();
  },
);

it('survives addresses and bodies of any length, and many who only connect', async () => {
  expect(await get(`/${'a'.repeat(500_000)}`)).not.toContain(' 200 ');
  const length = 'Content-Length: 100000000\r\nConnection: close\r\n';
  await raw(`GET / HTTP/1.1\r\nHost: localhost\r\n${length}\r\n${'x'.repeat(2_000_000)}`);
  const idle = Array.from({ length: 200 }, () => connect(port(), '127.0.0.1'));
  for (const socket of idle) socket.on('error', () => undefined);
  await alive();
  for (const socket of idle) socket.destroy();
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

it.each([0, 20])('ends the answer when a file breaks off after %i bytes', async (count) => {
  jest.spyOn(fs, 'createReadStream').mockImplementationOnce(() => {
    const parts = count === 0 ? [] : [Buffer.alloc(count)];
    return Readable.from(
      (function* broken() {
        yield* parts;
        throw new Error('EIO');
      })(),
    ) as fs.ReadStream;
  });
  const got = await raw('GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n');
  expect(got.length).toBeLessThan(2_000);
  await alive();
});

it('listens on this computer only', async () => {
  expect(server.address).toMatch(/^http:\/\/localhost:\d+\/$/);
  // Another address of this machine stands for the networks it is in: nobody answers there.
  const reached = await new Promise<boolean>((resolve) => {
    const socket = connect({ port: port(), host: '127.0.0.2', timeout: 2000 });
    const ended = (isReached: boolean) => (): void => {
      socket.destroy();
      resolve(isReached);
    };
    socket.once('connect', ended(true)).once('error', ended(false)).once('timeout', ended(false));
  });
  expect(reached).toBe(false);
});
