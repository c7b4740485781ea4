/** What is said when a command ends before, or beyond, what it could say itself. */

const isEnglish = (words) => words.includes('en-US') || words.includes('--lang=en-US');
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Why the commands could not be made ready: one sentence. */
export function cannotStart(error, words) {
  const code = typeof error?.code === 'string' ? error.code : String(error?.message ?? error);
  const reason = code.split('\n')[0];
  if (FULL.has(code))
    return isEnglish(words)
      ? 'The disk is full: the commands could not be made ready in the folder .cache; free ' +
          'some space and run again.'
      : '磁盘已满：无法在 .cache 文件夹里准备好命令；请腾出空间再运行。';
  return isEnglish(words)
    ? `The commands could not be made ready in the folder .cache (${reason}): make sure it ` +
        `may be written, and run again.`
    : `无法在 .cache 文件夹里准备好命令（${reason}）；请确认该文件夹可写，再运行。`;
}

export const outOfMemory = (words) =>
  isEnglish(words)
    ? 'The run needs more memory than there is: split the file by period or month, and run ' +
      'the parts; nothing was written.'
    : '内存不够，无法完成；请把文件按期间或月份拆开再运行；没有写入任何文件。';

export const folderGone = (words) =>
  isEnglish(words)
    ? 'The folder that the command was started in is not there any more: go into one that is, ' +
      'and run again.'
    : '运行命令的文件夹已经不在了；请进入一个存在的文件夹再运行。';
