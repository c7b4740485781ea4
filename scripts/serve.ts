import { fileURLToPath } from 'node:url';
import { serveFolder } from './static-server.ts';

const BUILT = fileURLToPath(new URL('../dist/', import.meta.url));
const PORTS = [4300, 4301, 4302, 0];

/**
 * Serves dist/ and says where, and how to load the add-in in Excel. PORT chooses a port; else the
 * first free one.
 */
export async function startServing(folder = BUILT): Promise<void> {
  const wanted = process.env['PORT'];
  if (wanted !== undefined && !isPort(wanted)) return refuse(wanted);
  const served = await serveOnFreePort(
    folder,
    wanted === undefined ? PORTS : [Number(wanted)],
  ).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return null;
  });
  if (served === null) return refuse(wanted ?? '');
  const { address } = served;
  console.log(`
返点雷达 Rebate Radar

  中文        ${address}?lang=zh-CN
  English     ${address}?lang=en-US

在 Excel 里试用 · In Excel (Windows / Mac):  npm run excel
  docs/install.zh-CN.md · docs/install.md
停止 · Stop:  Ctrl+C
`);
}

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

function refuse(port: string): void {
  process.exitCode = 1;
  console.error(
    `端口“${port}”不能用，请换一个 0～65535 之间没有被占用的号码。 Port "${port}" cannot be ` +
      'used: choose a free ' +
      'one between 0 and 65535.',
  );
}

async function serveOnFreePort(
  folder: string,
  ports: readonly number[],
): Promise<{ readonly address: string }> {
  for (const port of ports.slice(0, -1)) {
    try {
      return await serveFolder(folder, port);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  return serveFolder(folder, ports.at(-1) ?? 0);
}
