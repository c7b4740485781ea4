import type { Language } from '#domain/language.ts';

/** What the privacy page says: a title, and a heading with its paragraph each. */
export const PRIVACY: Readonly<
  Record<
    Language,
    { readonly title: string; readonly parts: readonly (readonly [string, string])[] }
  >
> = {
  'zh-CN': {
    title: '隐私说明',
    parts: [
      ['一句话', '返点雷达不收集、不发送任何数据；一切都在您的电脑上完成。'],
      [
        '读取什么',
        '您打开的工作簿里的工作表：订单、政策、结算单、产品目录，' +
          '以及本加载项以前写在这个工作簿里的设置。只在您点击分析、或公式需要时读取。',
      ],
      [
        '写入什么',
        '我们自己的工作表（例如返点复盘）、可以撤销的单元格底色，' +
          '以及保存在工作簿内的设置和您的回答。您的数据行从不改动。',
      ],
      [
        '发送什么',
        '什么也不发送。没有账号、没有统计、没有广告、没有第三方服务。' +
          '页面只从托管它的网址加载，Excel 里的页面另外加载微软的 Office.js。' +
          '托管网站的服务器可能像任何网站一样记录访问日志，其中没有您工作簿里的内容。',
      ],
      [
        '保存在哪里',
        '设置和回答保存在工作簿里，随文件走；删除我们的工作表和设置，就什么也不剩。' +
          '浏览器版另外把最近打开的 12 个文件连同您的修改、' +
          '回答和草稿存在这台电脑的浏览器里（IndexedDB），刷新或关掉页面也不会丢；' +
          '菜单里的“忘记这台电脑上保存的内容”会全部删除。在共用的电脑上请用完后忘记。' +
          '不保存 Cookie。',
      ],
      ['儿童与个人信息', '本产品面向企业；客户名称等信息只在您的电脑上显示和计算。'],
      ['联系', '请在项目的 Issues 页面联系维护者；安全问题请见 SECURITY.md。'],
    ],
  },
  'en-US': {
    title: 'Privacy',
    parts: [
      [
        'In a sentence',
        'Rebate Radar collects nothing and sends nothing; everything happens on your computer.',
      ],
      [
        'What is read',
        'The sheets of the workbook you have open: orders, policy, statements, catalog, and ' +
          'the settings that the add-in kept in it before. Only when you ask for an ' +
          'analysis, or a formula needs them.',
      ],
      [
        'What is written',
        'Sheets of our own (the rebate review, for instance), cell fills that can be taken ' +
          'back, and, inside the workbook, your settings and answers. Your rows are never changed.',
      ],
      [
        'What is sent',
        'Nothing. There is no account, no telemetry, no advertising and no third-party ' +
          'service. The pages load from the address that hosts them alone; the page in ' +
          'Excel also loads Office.js from Microsoft. The host may keep an access log as ' +
          'every web server does; nothing of your workbook is in it.',
      ],
      [
        'Where it is kept',
        'Settings and answers stay in the workbook and travel with the file; delete our ' +
          'sheets and settings and nothing is left. The browser edition also keeps the last ' +
          '12 files you opened, with your edits, answers and drafts, in the browser on this ' +
          'computer (IndexedDB), so that a reload or a closed tab loses nothing; “Forget ' +
          'what is kept here” in the menu deletes all of it. On a shared computer, forget ' +
          'when you are done. No cookies are set.',
      ],
      [
        'Children and personal data',
        'The product is for businesses; names of customers are shown and computed on your ' +
          'computer only.',
      ],
      ['Contact', "The maintainers, on the project's Issues page; for security see SECURITY.md."],
    ],
  },
};
