import type { Words } from '../../kit/web/say.ts'
import type { AttendedState } from '../../meetings/rules/attended.ts'

/** Where somebody stands with a meeting. */
export const attendedWords: Readonly<Record<AttendedState, Words>> = {
  present: { zh: '到会', en: 'Present' },
  madeUp: { zh: '已补课', en: 'Made up for' },
  withGround: { zh: '有事由缺席', en: 'Absent with a ground' },
  absent: { zh: '缺席，没写事由', en: 'Absent, no ground given' },
  excluded: { zh: '不计', en: 'Not counted' },
}

export const words = {
  meetings: { zh: '会议', en: 'Meetings' },
  sums: { zh: '到会 {present}/{of} 次', en: '{present} of {of} {of|meeting|meetings} attended' },
  noneYet: {
    zh: '点名里还没有这个人。登记会议时点名，到没到会、因何缺席就列在这里。',
    en: 'No roll names this person yet. Once a meeting is entered with its roll, it stands here: present, or absent and why.',
  },
  day: { zh: '日期', en: 'Date' },
  kind: { zh: '会议', en: 'Meeting' },
  unit: { zh: '组织', en: 'Unit' },
  subject: { zh: '主题', en: 'Subject' },
  attendance: { zh: '到会', en: 'Attendance' },
  ground: { zh: '事由、请假', en: 'Ground, leave' },
  leave: { zh: '请假：{reason}，{state}', en: 'Leave: {reason}, {state}' },
  hours: { zh: '学时', en: 'Hours' },
  later: { zh: '较近的', en: 'Later ones' },
  earlier: { zh: '较早的', en: 'Earlier ones' },
  ahead: { zh: '还没开的会请的假', en: 'Leave from meetings to come' },
  dues: { zh: '党费', en: 'Dues' },
  duesSums: {
    zh: '{year}年应交 {due} 元，实交 {paid} 元',
    en: '{paid} yuan paid of {due} due in {year}',
  },
  noDues: { zh: '这一年在您的范围内没有党费记录。', en: 'No dues within your scope in this year.' },
  month: { zh: '月份', en: 'Month' },
  state: { zh: '状态', en: 'State' },
  due: { zh: '应交（元）', en: 'Due (yuan)' },
  paid: { zh: '实交（元）', en: 'Paid (yuan)' },
  difference: { zh: '相差（元）', en: 'Difference (yuan)' },
  whyMonth: { zh: '{month}为什么是这个数', en: 'Why {month} stands like this' },
} as const satisfies Record<string, Words>
