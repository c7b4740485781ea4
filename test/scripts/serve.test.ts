import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startServing } from '../../scripts/serve.ts';

/** What is said when the port cannot be used; the process ends by itself with code 1. */
async function refused(port: string): Promise<readonly string[]> {
  const said: string[] = [];
  const [before, spy] = [
    process.env['PORT'],
    jest.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line)),
  ];
  process.env['PORT'] = port;
  try {
    await startServing(__dirname);
    expect(process.exitCode).toBe(1);
    return said;
  } finally {
    process.exitCode = undefined;
    spy.mockRestore();
    if (before === undefined) delete process.env['PORT'];
    else process.env['PORT'] = before;
  }
}

it.each(['abc', '', '-1', '65536', '99999', '43.5', '0x10', '1e3'])(
  'PORT=%s is refused in one sentence in each language',
  async (port) => {
    expect(await refused(port)).toEqual([
      expect.stringMatching(/^端口“.*。 Port ".*" cannot be used: .*\.$/),
    ]);
  },
);

it('a port that another program uses is refused in the same way', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = other.address() as AddressInfo;
    expect(await refused(String(port))).toEqual([expect.stringContaining(`"${port}"`)]);
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
});
