import type { Words } from '../../kit/web/say.ts'

/** What the desk says of things to read. */
export const words = {
  title: { zh: '学习资料', en: 'Materials' },
  lead: {
    zh: '会前要看的材料。本组织和下属各组织的人都能读到。',
    en: 'What is read before a meeting. Everybody of the unit and of all below it can read it.',
  },
  add: { zh: '添加资料', en: 'Add a material' },
  emptyTitle: { zh: '还没有学习资料', en: 'No materials yet' },
  empty: {
    zh: '添加一篇文字或一个文件，安排会议时就能选用。',
    en: 'Add a text or a file; it can then be chosen when a meeting is planned.',
  },
  name: { zh: '标题', en: 'Title' },
  body: { zh: '正文', en: 'Text' },
  file: { zh: '文件', en: 'File' },
  choose: { zh: '选择文件', en: 'Choose a file' },
  noFile: { zh: '不附文件', en: 'Without a file' },
  fileHint: {
    zh: 'PDF、Word、Excel、文本或图片，不含宏，不超过 20 MB。',
    en: 'PDF, Word, Excel, plain text or a picture, without macros, at most 20 MB.',
  },
  unit: { zh: '组织', en: 'Unit' },
  addedAt: { zh: '添加时间', en: 'Added' },
  save: { zh: '保存', en: 'Save the file' },
  saveNamed: { zh: '保存“{name}”', en: 'Save “{name}”' },
  send: { zh: '添加', en: 'Add' },
  unreadable: { zh: '这个文件读不出来，请重新选择。', en: 'This file cannot be read. Choose it again.' },
  withdraw: { zh: '撤下', en: 'Withdraw' },
  withdrawLead: {
    zh: '撤下后，资料列表和会前要看的材料里都不再有它；用过它的会议仍能打开，并标明已撤下。',
    en: 'It then leaves the list and what is to be read before meetings; meetings that used it still open it, marked as withdrawn.',
  },
  withdrawWhy: { zh: '原因（可不填）', en: 'Why (optional)' },
  withdrawnBy: { zh: '已撤下：{by}，{at}', en: 'Withdrawn by {by}, {at}' },
  withdrawnWhy: { zh: '原因：{why}', en: 'Why: {why}' },
  noText: { zh: '没有正文，请看文件。', en: 'There is no text; see the file.' },
} as const satisfies Record<string, Words>
