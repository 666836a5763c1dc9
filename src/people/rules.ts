import { addDays, type Day } from '../kit/day.ts'
import { bornOnOf, type IdNumber, parseIdNumber } from '../kit/id-number.ts'
import { type Refused, refuse } from '../kit/refuse.ts'

/** What a person is to the Party (R2). */
export const CATEGORIES = [
  'fullMember',
  'probationaryMember',
  'candidate',
  'activist',
  'applicant',
  'masses',
] as const
export type Category = (typeof CATEGORIES)[number]

/** Their official names. */
export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  fullMember: '正式党员',
  probationaryMember: '预备党员',
  candidate: '发展对象',
  activist: '入党积极分子',
  applicant: '入党申请人',
  masses: '群众',
}

/** Reads a category by its official name; undefined for anything else. */
export const categoryOf = (text: string): Category | undefined =>
  CATEGORIES.find((category) => CATEGORY_NAMES[category] === text)

/** Members are full and probationary (A1.5). */
export const isMember = (category: Category): boolean =>
  category === 'fullMember' || category === 'probationaryMember'

/** The classes by which dues are computed (A3.2). */
export const DUES_CLASSES = ['employed', 'retired', 'student', 'relief'] as const
export type DuesClass = (typeof DUES_CLASSES)[number]

/** Their names in a ledger. */
export const DUES_CLASS_NAMES: Readonly<Record<DuesClass, string>> = {
  employed: '在职',
  retired: '离退休',
  student: '学生',
  relief: '低保',
}

/** Reads a class by its name in a ledger; undefined for anything else. */
export const duesClassOf = (text: string): DuesClass | undefined =>
  DUES_CLASSES.find((one) => DUES_CLASS_NAMES[one] === text)

/** What each category may become: one step on, a step back before membership, or out (R2). */
const STEPS: Readonly<Record<Category, readonly Category[]>> = {
  masses: ['applicant'],
  applicant: ['activist', 'masses'],
  activist: ['candidate', 'applicant', 'masses'],
  candidate: ['probationaryMember', 'activist', 'masses'],
  probationaryMember: ['fullMember', 'masses'],
  fullMember: ['masses'],
}

/** Whether a person of one category may become another; staying what one is is always allowed (R2). */
export function stepCategory(from: Category, to: Category): 'allowed' | Refused<'wrong-category-step'> {
  return from === to || STEPS[from].includes(to)
    ? 'allowed'
    : refuse('wrong-category-step', 'R2', { from, to })
}

/** What stood from a day to a day, both inside; `from` null: since always; `to` null: still so. */
export type Stood<Value> = { readonly from: Day | null; readonly to: Day | null; readonly value: Value }

/**
 * The history with a change from a day on: the last stretch ends the day before. A change on the very day of the last one takes its place.
 * `history` is in order of days and without overlap; so is the answer.
 */
export function changeFrom<Value>(
  history: readonly Stood<Value>[],
  from: Day,
  value: Value,
): Stood<Value>[] | Refused<'before-last-change'> {
  const last = history.at(-1)
  const changed = { from, to: null, value }
  if (!last) return [changed]
  if (last.from !== null && from < last.from) return refuse('before-last-change', 'A1.5', { last: last.from })

  const earlier = history.slice(0, -1)
  if (from === last.from) return [...earlier, changed]
  const ended = last.to !== null && last.to < from ? last.to : addDays(from, -1)
  return [...earlier, { ...last, to: ended }, changed]
}

/**
 * The history with its last day given, which may lie ahead. Refused before the last change, and for what has ended on another day already.
 * `history` is in order of days; nothing in it: nobody to end.
 */
export function endOn<Value>(
  history: readonly Stood<Value>[],
  lastDay: Day,
): Stood<Value>[] | Refused<'before-last-change' | 'not-on-roster'> {
  const last = history.at(-1)
  if (!last || (last.to !== null && last.to < lastDay)) return refuse('not-on-roster', 'A1.5')
  if (last.from !== null && lastDay < last.from)
    return refuse('before-last-change', 'A1.5', { last: last.from })
  return [...history.slice(0, -1), { ...last, to: lastDay }]
}

/** What stood on a day; undefined where the history says nothing of it. */
export const stoodOn = <Value>(history: readonly Stood<Value>[], on: Day): Value | undefined =>
  history.find(({ from, to }) => (from === null || from <= on) && (to === null || on <= to))?.value

/** GB/T 2261.1 sex, by code. */
export const SEXES: Readonly<Record<string, string>> = { '0': '未知', '1': '男', '2': '女', '9': '未说明' }

/** GB/T 3304 nations: the place in the list, from 1, is the code. */
export const ETHNICITIES: readonly string[] = /* @__PURE__ */ (
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 ' +
  '佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 ' +
  '阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 ' +
  '珞巴族 基诺族'
).split(' ')

/** GB/T 4658 education, by code. */
export const EDUCATION: Readonly<Record<string, string>> = {
  '10': '研究生',
  '11': '博士研究生毕业',
  '14': '硕士研究生毕业',
  '17': '研究生班毕业',
  '20': '大学本科',
  '21': '大学本科毕业',
  '22': '大学本科结业',
  '23': '大学本科肄业',
  '30': '大学专科',
  '31': '大学专科毕业',
  '40': '中等职业教育',
  '41': '中等专科毕业',
  '44': '职业高中毕业',
  '47': '技工学校毕业',
  '60': '普通高级中学',
  '61': '普通高中毕业',
  '70': '初级中学',
  '71': '初中毕业',
  '80': '小学',
  '81': '小学毕业',
  '90': '其他',
}

/** What an ID number says, beside itself: the day of birth, and the sex. */
export type Identity = { readonly number: IdNumber; readonly bornOn: Day; readonly sex: '男' | '女' }

/**
 * Reads an ID number as typed, full width and blanks passed over. Refused when it is none, or when its day of birth is not `bornOn`; the
 * refusal says which, and never the number (GB 11643, R11.11).
 */
export function readIdNumber(text: string, bornOn?: Day): Identity | Refused<'bad-id-number'> {
  const number = parseIdNumber(text.normalize('NFKC').replace(/\s+/gu, ''))
  const born = number && bornOnOf(number)
  if (!number || !born) return refuse('bad-id-number', 'R11.11', { why: 'number' })
  if (bornOn && born !== bornOn) return refuse('bad-id-number', 'R11.11', { why: 'birth' })
  return { number, bornOn: born, sex: Number(number.charAt(16)) % 2 === 1 ? '男' : '女' }
}

const mask = (text: string, first: number, last: number): string =>
  text.length <= first + last
    ? '*'.repeat(text.length)
    : text.slice(0, first) + '*'.repeat(text.length - first - last) + text.slice(text.length - last)

/** An ID number as it is shown: the first three and the last two characters; birth and sequence stay hidden (R10.1). */
export const maskIdNumber = (number: string): string => mask(number, 3, 2)

/** A telephone number as it is shown: the first three and the last four digits; a shorter one is hidden whole (R10.1). */
export const maskPhone = (phone: string): string => mask(phone.replace(/[\s-]+/g, ''), 3, 4)
