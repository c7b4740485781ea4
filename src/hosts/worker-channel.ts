import type { Channel } from '#application/session/remote-calls.ts';

interface Poster {
  postMessage(message: unknown): void;
  addEventListener(kind: 'message', handle: (event: MessageEvent) => void): void;
}

/** Either end of a worker as a channel: the Worker on the page, `self` inside. */
export function channelOf(end: Poster): Channel {
  return {
    post: (message) => end.postMessage(message),
    listen: (handle) => end.addEventListener('message', (event) => handle(event.data)),
  };
}
