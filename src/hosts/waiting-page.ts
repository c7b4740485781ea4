import { startWords as english } from '#i18n/en-US/start.ts';
import { startWords as chinese } from '#i18n/zh-CN/start.ts';
import type { Waiting } from './office-ready.ts';
import { languageOfPage } from './page-language.ts';

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
