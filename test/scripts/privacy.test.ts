import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostFiles } from '../../scripts/host-files.ts';

const files = new Map(hostFiles('https://a.example/').map(({ path, text }) => [path, text]));

it.each([
  ['zh-CN', '隐私说明', ['读取什么', '写入什么', '发送什么', '什么也不发送']],
  ['en-US', 'Privacy', ['What is read', 'What is written', 'What is sent', 'Nothing.']],
])(
  '%s: the support page of the manifest leads to what is read, written and sent',
  (language, title, words) => {
    const index = files.get(`assets/help/${language}/index.html`) ?? '';
    expect(index).toContain(`<a href="privacy.html">${title}</a>`);
    const page = files.get(`assets/help/${language}/privacy.html`) ?? '';
    for (const word of words) expect(page).toContain(word);
    const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
    expect(manifest).toContain(`assets/help/${language}/index.html`);
  },
);
