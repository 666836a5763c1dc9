import type { ActionName, GeneralRefusal, Problem, RefusalOf } from '../contract.ts'
import type { LineRefusal } from './call.ts'
import { fill, type Language, type Words } from './say.ts'

/** The words of every refusal an action may answer with, save the general ones. A missing code does not compile. */
export type RefusalWords<N extends ActionName> = Readonly<
  Record<Exclude<RefusalOf<N>, GeneralRefusal>, Words>
>

/** What went wrong and what to do, for the refusals any action may answer with. */
export const generalWords: Readonly<Record<GeneralRefusal | LineRefusal, Words>> = {
  offline: {
    zh: '这台电脑没有连上网络。已填的内容还在，连上后再试。',
    en: 'This computer is not connected. What you typed is kept; try again when it is.',
  },
  'no-answer': {
    zh: '服务器没有回应。请稍后再试；一直不行请找管理员。',
    en: 'The server does not answer. Try again shortly; if it stays so, ask the administrator.',
  },
  busy: { zh: '服务器正忙。请稍等片刻再试。', en: 'The server is busy. Try again in a moment.' },
  fault: {
    zh: '服务器出了差错，没有保存任何改动。请再试一次；仍不行，把编号 {reference} 告诉管理员。',
    en: 'The server failed and changed nothing. Try again; if it fails again, give the administrator the number {reference}.',
  },
  'bad-input': {
    zh: '有些内容填得不对。请看标出的地方。',
    en: 'Something is filled in wrongly. See what is marked.',
  },
  'not-signed-in': {
    zh: '登录已失效。请重新登录。',
    en: 'You are no longer signed in. Please sign in again.',
  },
  'not-allowed': {
    zh: '您的职务不含这项权限。需要时请找党委工作人员。',
    en: 'Your office does not include this. Ask the committee’s staff if you need it.',
  },
  'no-such-action': {
    zh: '服务器不认识这项操作。页面可能旧了，请刷新。',
    en: 'The server does not know this action. The page may be old; please reload.',
  },
  'wrong-method': { zh: '页面可能旧了，请刷新。', en: 'The page may be old; please reload.' },
  'key-reused': {
    zh: '这次提交与之前的不一致，没有保存。请刷新后再试。',
    en: 'This differs from what was sent before, and was not saved. Reload and try again.',
  },
  'too-large': { zh: '内容太大。请分成几份。', en: 'This is too large. Please split it.' },
  'not-json': { zh: '页面可能旧了，请刷新。', en: 'The page may be old; please reload.' },
  'password-change-due': { zh: '请先修改初始密码。', en: 'Change your first password before anything else.' },
}

type FieldFault = Omit<NonNullable<Problem['fields']>[number], 'path'>

const somethingWrong: Words = { zh: '请检查这里。', en: 'Please check this.' }

/** What is wrong with a field, by the code the server gives. */
export const fieldWords: Readonly<Record<string, Words>> = {
  missing: { zh: '请填写。', en: 'Please fill this in.' },
  'too-short': { zh: '太短，请写得具体些。', en: 'Too short; please say more.' },
  'not-a-number': { zh: '请填数字，如 40 或 40.5。', en: 'Give a number such as 40 or 40.5.' },
  'too-early': { zh: '日期太早，请核对。', en: 'That day is too long ago; please check.' },
  'too-small': { zh: '数太小。', en: 'Too small.' },
  'too-big': { zh: '数太大。', en: 'Too large.' },
  'too-long': { zh: '太长，最多 {most} 个字。', en: 'Too long: at most {most} characters.' },
  'too-many': { zh: '太多，最多 {most} 项。', en: 'Too many: at most {most}.' },
  'invalid-type': { zh: '请填写。', en: 'Please fill this in.' },
  'invalid-format': { zh: '格式不对。', en: 'Not in the right form.' },
  'invalid-value': { zh: '请从列表中选择。', en: 'Please choose from the list.' },
  'not-a-day': { zh: '请填日期，如 2026-06-12。', en: 'Give a date such as 2026-06-12.' },
  'not-a-month': { zh: '请填月份，如 2026-06。', en: 'Give a month such as 2026-06.' },
  'not-a-period': { zh: '请填考核期，如 2026Q3。', en: 'Give a period such as 2026Q3.' },
  'control-character': {
    zh: '含有看不见的字符，请删去。',
    en: 'Holds invisible characters; please remove them.',
  },
}

/** The sentence for a wrong field, with its limit where there is one. */
export const sayField = ({ code, most }: FieldFault, language: Language): string =>
  fill((fieldWords[code] ?? somethingWrong)[language], most === undefined ? {} : { most })

/** The sentence for a problem: the page's own words first, then the general ones. */
export function sayProblem(
  problem: Problem,
  own: Readonly<Record<string, Words>>,
  language: Language,
): string {
  const general: Readonly<Record<string, Words>> = generalWords
  const words = own[problem.code] ?? general[problem.code] ?? generalWords.fault
  const reference = problem.reference ?? String(problem.status)
  return fill(words[language], { reference, ...problem.facts })
}

/** Words that every page shares. */
export const ui = {
  required: { zh: '请填写。', en: 'Please fill this in.' },
  retry: { zh: '再试一次', en: 'Try again' },
  loading: { zh: '正在读取', en: 'Loading' },
  sending: { zh: '正在提交', en: 'Sending' },
  cancel: { zh: '取消', en: 'Cancel' },
  /** Said behind something, in brackets. */
  aside: { zh: '（{said}）', en: ' ({said})' },
  named: { zh: '{name}（{no}）', en: '{name} ({no})' },
  semicolon: { zh: '；', en: '; ' },
  close: { zh: '关闭', en: 'Close' },
  back: { zh: '返回', en: 'Back' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  print: { zh: '打印', en: 'Print' },
  show: { zh: '显示', en: 'Show' },
  hide: { zh: '隐藏', en: 'Hide' },
  all: { zh: '全部', en: 'All' },
  more: { zh: '更多', en: 'More' },
  none: { zh: '无', en: 'None' },
  calendar: { zh: '打开日历', en: 'Open the calendar' },
  why: { zh: '为什么', en: 'Why' },
  year: { zh: '年份', en: 'Year' },
  yearOf: { zh: '{year}年', en: '{year}' },
  optional: { zh: '可不填', en: 'optional' },
  mendFirst: { zh: '有 {n} 处需要改：', en: '{n} {n|place needs|places need} mending:' },
  imported: { zh: '导入', en: 'Imported' },
  entered: { zh: '录入', en: 'Entered' },
  notRecorded: { zh: '未登记', en: 'Not recorded' },
} as const satisfies Record<string, Words>

/** Words of a record that is corrected part by part. */
export const blockWords = {
  save: { zh: '保存这一项', en: 'Save this part' },
  saving: { zh: '正在保存', en: 'Saving' },
  saved: { zh: '已保存', en: 'Saved' },
  notYet: { zh: '未保存 · {at} 的草稿在这台电脑上', en: 'Not saved · draft of {at} on this computer' },
  drop: { zh: '放弃修改', en: 'Drop the changes' },
  clash: {
    zh: '您输入时，这一项已被别人改动。请在这里选一个办法，选好才能保存；其他各项不受影响。',
    en: 'Somebody changed this part while you typed. Choose here how to go on; it is saved only then. Other parts are not affected.',
  },
  theirs: { zh: '现在的内容', en: 'As it stands now' },
  theirsBy: { zh: '现在的内容 · {by} {at}', en: 'As it stands now · {by}, {at}' },
  theirsImported: { zh: '现在的内容 · 台账导入 {at}', en: 'As it stands now · imported {at}' },
  mine: { zh: '您输入的', en: 'What you typed' },
  keepMine: { zh: '用我的', en: 'Keep mine' },
  takeTheirs: { zh: '用现在的', en: 'Take what stands' },
  joinBoth: { zh: '合在一起再改', en: 'Put both together' },
  others: {
    zh: '还有 {n} 人正在改这条记录：{names}。各项分别保存，不会互相覆盖。',
    en: '{names} {n|is|are} editing this record too. Parts are saved one by one; nobody writes over anybody.',
  },
} as const satisfies Record<string, Words>

/** Words of a list that is saved as a sheet. */
export const exportWords = {
  asSheet: { zh: '把这张表存为 .xlsx', en: 'Save this table as .xlsx' },
  made: { zh: '{day} 导出，共 {n} 行', en: 'Exported {day}, {n} {n|row|rows}' },
} as const satisfies Record<string, Words>

/** Words of papers that are had as Word or PDF. */
export const paperWords = {
  papers: { zh: '公文', en: 'Papers' },
  docx: { zh: 'Word', en: 'Word' },
  pdf: { zh: 'PDF', en: 'PDF' },
  xlsx: { zh: 'Excel', en: 'Excel' },
} as const satisfies Record<string, Words>
