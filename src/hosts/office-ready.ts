import { startWords as english } from '#i18n/en-US/start.ts';
import { startWords as chinese } from '#i18n/zh-CN/start.ts';
import { languageOfPage } from './page-language.ts';

/// <reference types="office-js" />

/**
 * Where the page turned out to be: in Excel, or anywhere else (a browser tab, another Office
 * program, no Office.js).
 */
type Place = 'excel' | 'elsewhere';

type Found = Place | 'nowhere';

/** Why the page cannot begin yet, inside Excel. */
type Waiting = 'slow' | 'blocked';

/**
 * In a browser tab Office.onReady never settles when the library could not be fetched whole: after
 * this long we are on our own.
 */
const PATIENCE_MS = 8000;

/** Inside Excel nobody is on their own: after this long the page says that it is waiting. */
const SAID_AFTER_MS = 1500;

/**
 * Which place this is. In a plain browser onReady comes with no host; offline there is no
 * `Office` at all. A page that Excel has opened waits for Excel as long as it takes, and says so:
 * it never turns into anything else.
 */
export async function officeReady(
  say: (waiting: Waiting) => void,
  opened = openedByOffice(),
): Promise<Place> {
  if (typeof Office === 'undefined') {
    return opened ? without(say) : 'elsewhere';
  }
  const asked = Office.onReady().then(({ host }): Found =>
    host === Office.HostType.Excel ? 'excel' : host ? 'elsewhere' : 'nowhere',
  );
  const found = await (opened ? saying(asked, say) : within(asked, PATIENCE_MS));
  // A part of office.js was blocked: what Excel has opened is in Excel all the same.
  if (found === 'nowhere' && opened) return without(say);
  const place = found === 'nowhere' ? 'elsewhere' : found;
  restoreHistory();
  return place;
}

/**
 * Office adds `_host_Info` to the address of every page that it opens, and keeps it for the
 * session; Excel on the web opens them in a frame.
 */
export function openedByOffice(page: Pick<Window, 'location' | 'parent'> = window): boolean {
  const { search, hash } = page.location;
  return /[?&#]_host_info=/i.test(search + hash) || keptByOffice() || page.parent !== page;
}

function keptByOffice(): boolean {
  try {
    return (sessionStorage.getItem('hostInfoValue') ?? '') !== '';
  } catch {
    return false;
  }
}

/** Says that Excel was not reached; there is nothing to go on with. */
function without(say: (waiting: Waiting) => void): Promise<never> {
  say('blocked');
  return new Promise(() => undefined);
}

async function saying(asked: Promise<Found>, say: (waiting: Waiting) => void): Promise<Found> {
  const timer = setTimeout(() => say('slow'), SAID_AFTER_MS);
  try {
    return await asked;
  } finally {
    clearTimeout(timer);
  }
}

const within = (asked: Promise<Found>, milliseconds: number): Promise<Found> =>
  Promise.race([
    asked,
    new Promise<Found>((resolve) => setTimeout(() => resolve('elsewhere'), milliseconds)),
  ]);

/**
 * Office.js hides `history.pushState` and `replaceState` behind null; the browser's own are still
 * on the prototype.
 */
function restoreHistory(): void {
  Reflect.deleteProperty(history, 'pushState');
  Reflect.deleteProperty(history, 'replaceState');
}

/** Says what the page waits for, before there is a pane. Plain elements: nothing else has come. */
export function showWaiting(waiting: Waiting): void {
  const root = document.getElementById('root');
  if (!root) return;
  const words = languageOfPage() === 'zh-CN' ? chinese : english;
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'status');
  sentence.textContent = words[waiting];
  const again = document.createElement('button');
  again.textContent = words.again;
  again.addEventListener('click', () => location.reload());
  const box = document.createElement('div');
  box.style.cssText = 'padding:16px;font:14px/1.6 "Segoe UI","Microsoft YaHei",sans-serif';
  box.append(sentence, again);
  root.replaceChildren(box);
}
