/// <reference types="office-js" />

/**
 * Where the page turned out to be: in Excel, or anywhere else (a browser tab, another Office
 * program, no Office.js).
 */
export type Place = 'excel' | 'elsewhere';

/**
 * Office.onReady never settles when the library could not be fetched whole: after this long we are
 * on our own.
 */
const PATIENCE_MS = 8000;

/**
 * Which place this is. In a plain browser onReady answers with no host; offline there is no
 * `Office` at all.
 */
export function officeReady(): Promise<Place> {
  if (typeof Office === 'undefined') return Promise.resolve('elsewhere');
  const asked = Office.onReady().then(({ host }): Place =>
    host === Office.HostType.Excel ? 'excel' : 'elsewhere',
  );
  const outOfPatience = new Promise<Place>((resolve) =>
    setTimeout(() => resolve('elsewhere'), PATIENCE_MS),
  );
  return Promise.race([asked, outOfPatience]).then((place) => {
    restoreHistory();
    return place;
  });
}

/**
 * Office.js hides `history.pushState` and `replaceState` behind null; the browser's own are still
 * on the prototype.
 */
function restoreHistory(): void {
  Reflect.deleteProperty(history, 'pushState');
  Reflect.deleteProperty(history, 'replaceState');
}
