import { CHANGED_MEANWHILE } from '../../kit/revision.ts'
import type { shiftActions } from '../contract/shifts.ts'
import type { contract, MASKED_FIELDS } from '../contract.ts'
import { CATEGORY_NAMES, type Category, DUES_CLASS_NAMES, type DuesClass } from '../rules.ts'

/** Shifts have words of their own. */
type Verb = Exclude<keyof typeof contract, keyof typeof shiftActions>
type Code = { [V in Verb]: keyof (typeof contract)[V]['refusals'] & string }[Verb]
type Masked = (typeof MASKED_FIELDS)[number]

/** What the pages say of people: categories, classes of dues, masked fields, and every refusal of this slice. */
export const words = {
  fullMember: { zh: CATEGORY_NAMES.fullMember, en: 'Full member' },
  probationaryMember: { zh: CATEGORY_NAMES.probationaryMember, en: 'Probationary member' },
  candidate: { zh: CATEGORY_NAMES.candidate, en: 'Candidate for membership' },
  activist: { zh: CATEGORY_NAMES.activist, en: 'Activist' },
  applicant: { zh: CATEGORY_NAMES.applicant, en: 'Applicant' },
  masses: { zh: CATEGORY_NAMES.masses, en: 'Not a member' },

  employed: { zh: DUES_CLASS_NAMES.employed, en: 'Employed' },
  retired: { zh: DUES_CLASS_NAMES.retired, en: 'Retired' },
  student: { zh: DUES_CLASS_NAMES.student, en: 'Student' },
  relief: { zh: DUES_CLASS_NAMES.relief, en: 'On relief' },

  idNumber: { zh: '公民身份号码', en: 'ID number' },
  phone: { zh: '联系电话', en: 'Phone' },
  duesBase: { zh: '月计费基数', en: 'Monthly base of dues' },

  'has-records': {
    zh: '此人已有党费、会议、账号等记录，这些记录须保留，不能删除。离开的人请用“离开名册”。',
    en: 'There are records of dues, meetings or an account, which have to be kept. For somebody who left, use “Leave the roster”.',
  },
  'no-such-person': {
    zh: '名册上没有这个人，可能已被改动，请刷新后重选。',
    en: 'Nobody like this is on the roster; it may have been changed. Reload and choose again.',
  },
  'number-taken': {
    zh: '这个人员编号已被使用，请换一个。',
    en: 'This number is in use. Choose another.',
  },
  'no-such-unit': {
    zh: '这个组织不存在，或不在您的管理范围内；跨支部转接请由上级党委办理。',
    en: 'The unit does not exist or is outside your scope; the committee moves people between branches.',
  },
  'bad-id-number': {
    zh: '公民身份号码不对：应为 18 位，校验位正确，且与出生日期一致。请核对。',
    en: 'The ID number is not right: it has 18 characters, its check digit must fit, and so must the day of birth.',
  },
  'changed-meanwhile': CHANGED_MEANWHILE,
  'before-last-change': {
    zh: '这一天早于最近一次变动，请选那天或以后的日期。',
    en: 'This day is before the last change. Choose that day or a later one.',
  },
  'wrong-category-step': {
    zh: '人员类别不能这样变动：发展党员须逐步进行，请核对原类别。',
    en: 'The category cannot change like this: admission goes step by step. Check what the person is now.',
  },
  'not-on-roster': {
    zh: '编号 {no} 的人这一天已不在名册上。请核对日期，或先从某日起恢复其身份。',
    en: 'No. {no} is not on the roster on that day. Check the day, or take them in again from a day first.',
  },
  'unmasking-off': {
    zh: '安全管理员和审计管理员到位之前，不能查看完整信息。',
    en: 'Full values stay hidden until there is a security and an audit administrator.',
  },
  'not-on-the-roster': {
    zh: '您的账号没有对应的名册记录。有疑问请找支部书记。',
    en: 'Your account belongs to nobody on the roster. Ask your secretary if that is wrong.',
  },
  'nothing-there': { zh: '这一项没有登记。', en: 'Nothing is recorded here.' },
} satisfies Record<Code | Category | DuesClass | Masked, { zh: string; en: string }>
