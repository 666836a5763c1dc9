import type { Words } from '../../kit/web/say.ts'
import type { NamedRole } from '../rules/named.ts'
import type { Stage } from '../rules.ts'

export const stageWords: Readonly<Record<Stage, Words>> = {
  application: { zh: '申请入党', en: 'Application' },
  activist: { zh: '入党积极分子', en: 'Activist' },
  candidate: { zh: '发展对象', en: 'Candidate for membership' },
  admission: { zh: '接收预备党员', en: 'Admission' },
  probation: { zh: '预备党员的教育考察和转正', en: 'Probation and conversion' },
}

/** Who stands by somebody through an admission. */
export const namedWords: Readonly<Record<NamedRole, Words>> = {
  mentors: { zh: '培养联系人', en: 'Mentors' },
  sponsors: { zh: '入党介绍人', en: 'Sponsors' },
}

export const words = {
  steps: { zh: '我的入党步骤', en: 'My admission, step by step' },
  lead: {
    zh: '现在处于“{stage}”阶段，25 步里办完了 {done} 步。',
    en: 'In the stage “{stage}”: {done} of 25 steps are done.',
  },
  none: {
    zh: '没有您的入党申请记录。向支部递交申请书后，每一步办到哪里、什么时候到期，都在这里。',
    en: 'No application of yours is on record. Once you hand one in to the branch, every step and its time limit stands here.',
  },
  next: { zh: '下一步', en: 'Next' },
  latest: { zh: '最迟 {day}', en: 'By {day} at the latest' },
  earliest: { zh: '最早 {day}', en: '{day} at the earliest' },
  overdue: { zh: '已超过 {day}', en: 'Was due {day}' },
  rests: { zh: '依据：{source}', en: 'By: {source}' },
  recorded: { zh: '补录于 {day}', en: 'Recorded later, {day}' },
  ask: { zh: '有疑问，问支部', en: 'Ask the branch about it' },
} as const satisfies Record<string, Words>
