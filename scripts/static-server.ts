import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const TYPES = new Map<string, string>(
  Object.entries({
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.csv': 'text/csv; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.xml': 'text/xml; charset=utf-8',
    '.wasm': 'application/wasm',
    '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    '.xltx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.template',
  }),
);

export interface StaticServer {
  /** "http://localhost:3000/" */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on this computer only, and nothing outside it, whatever is asked. Port 0 takes a
 * free one; a taken one rejects with EADDRINUSE.
 */
export async function serveFolder(folder: string, port: number): Promise<StaticServer> {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    serve(root, request, response).catch(() => {
      // A file that vanishes or a visitor who leaves ends this response, never the server.
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  server.on('error', () => undefined);
  const bound = server.address();
  const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    address: `http://localhost:${actual}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function serve(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOurs(request.headers.host)) return void response.writeHead(421).end();
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  const path = pathOf(request.url ?? '/');
  if (path === null) return void response.writeHead(400).end();
  const file = await fileAt(root, path);
  if (file === null) return void response.writeHead(404).end();
  response.writeHead(200, {
    'Content-Type': TYPES.get(extname(file.path)) ?? 'application/octet-stream',
    'Content-Length': file.size,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    // The pages' own policies cannot say these two: only a server can.
    'Content-Security-Policy': "frame-ancestors 'self'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  });
  if (request.method === 'HEAD') return void response.end();
  await pipeline(createReadStream(file.path), response);
}

/** Another site's name that was made to lead to this computer gets nothing. */
const isOurs = (host: string | undefined): boolean =>
  host === undefined || /^(localhost|127\.0\.0\.1)(:\d+)?$/i.test(host);

/** The path that an address asks for; null when it is malformed. */
function pathOf(address: string): string | null {
  try {
    const path = decodeURIComponent(address.split(/[?#]/)[0] ?? '/');
    return path.startsWith('/') && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

/** With links followed, so that no link leads out of the folder either. */
async function fileAt(
  root: string,
  path: string,
): Promise<{ readonly path: string; readonly size: number } | null> {
  try {
    const file = await realpath(
      join(root, normalize(path.endsWith('/') ? `${path}index.html` : path)),
    );
    const found = await stat(file);
    return file.startsWith(root + sep) && found.isFile() ? { path: file, size: found.size } : null;
  } catch {
    return null;
  }
}
