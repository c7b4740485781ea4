import type { RecordEntry } from '../test/host/record-entry.ts';
import { RECORD } from '../test/host/record.ts';

type Language = 'zh' | 'en';

const WORDS = {
  zh: {
    title: '# Excel 的公开记录与返点雷达',
    lead:
      '没有一台真的 Excel 参与开发。下表列出公开记录里的事实、返点雷达的应对，' +
      '以及它在哪里得到证明。由 `npm run record` 从 ' +
      '`test/host/record.ts` 生成，与表不一致时测试失败。',
    here: '## 在这里证明的',
    hereLead:
      '“流程”表示面板的整个流程（看一眼、分析、写复盘、清除、复制为数值）在模拟这一事实的 ' +
      'Excel 上跑完，用户自己的工作表保持不变。',
    real: '## 只有真的 Excel 才能回答的',
    realLead:
      '编号对应[真机验证](excel-proof.zh-CN.md)的十件事；请按那一页操作，' +
      '并把报告贴到“真机报告”里。',
    theirs: '## 加载项改变不了的',
    theirsLead: '结果一栏写的是我们能做的。',
    head: '| 事实 | 来源 | 结果 | 证明 |',
    story: (name: string) => `流程：${name}`,
  },
  en: {
    title: '# Excel’s public record and Rebate Radar',
    lead:
      'No real Excel took part in the development. This table names facts of the public ' +
      'record, what Rebate Radar does about them, and where that is proven. Made by `npm ' +
      'run record` from `test/host/record.ts`; a test fails when the two differ.',
    here: '## Proven here',
    hereLead:
      '“Story” means that the whole story of the pane (look, analyze, review, clear, copy ' +
      'as values) runs over an Excel that behaves so, and the user’s own sheets end as they began.',
    real: '## What only a real Excel can tell',
    realLead:
      'The numbers are the ten things of the [proof on a real Excel](excel-proof.md); ' +
      'follow that page and paste the report into a “report from a real Excel”.',
    theirs: '## What no add-in can change',
    theirsLead: 'The outcome says what is done all the same.',
    head: '| fact | source | outcome | proof |',
    story: (name: string) => `story: ${name}`,
  },
} as const;

/** docs/excel-record.md in one language. */
export function recordPage(language: Language): { readonly path: string; readonly text: string } {
  const words = WORDS[language];
  const rows = (entries: readonly RecordEntry[]): readonly string[] => [
    words.head,
    '| --- | --- | --- | --- |',
    ...entries.map((entry) => row(entry, language)),
  ];
  const shownHere = ({ proof }: RecordEntry): boolean =>
    proof.kind === 'story' || proof.kind === 'test';
  const of = (kind: RecordEntry['proof']['kind']): readonly string[] =>
    rows(RECORD.filter(({ proof }) => proof.kind === kind));
  const lines = [
    words.title,
    '',
    words.lead,
    '',
    words.here,
    '',
    words.hereLead,
    '',
    ...rows(RECORD.filter(shownHere)),
    '',
    words.real,
    '',
    words.realLead,
    '',
    ...of('real'),
    '',
    words.theirs,
    '',
    words.theirsLead,
    '',
    ...of('theirs'),
    '',
  ];
  const path = language === 'zh' ? 'docs/excel-record.zh-CN.md' : 'docs/excel-record.md';
  return { path, text: lines.join('\n') };
}

function row({ fact, source, outcome, proof }: RecordEntry, language: Language): string {
  const shown =
    proof.kind === 'story'
      ? WORDS[language].story(proof.switch)
      : proof.kind === 'test'
        ? `\`${proof.file}\``
        : proof.kind === 'real'
          ? String(proof.number)
          : '–';
  return `| ${[fact[language], source, outcome[language], shown].join(' | ')} |`;
}
