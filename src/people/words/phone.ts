import type { Words } from '../../kit/web/say.ts'

/** GB/T 2261.1 sex, by the name it is held under. */
export const sexWords: Readonly<Record<string, Words>> = {
  未知: { zh: '未知', en: 'Unknown' },
  男: { zh: '男', en: 'Male' },
  女: { zh: '女', en: 'Female' },
  未说明: { zh: '未说明', en: 'Not stated' },
}

export const words = {
  held: { zh: '关于我的记录', en: 'What is held about me' },
  lead: {
    zh: '名册上只有下面这些。点开看用在哪里、谁能看、怎么更正。',
    en: 'The roster holds this and no more. Open a line to see what for, who reads it, and how to correct it.',
  },
  nothing: { zh: '未登记', en: 'Not recorded' },
  purpose: { zh: '用途：{purpose}', en: 'For: {purpose}' },
  rests: { zh: '依据：{title}（{source}）', en: 'By: {title} ({source})' },
  readers: { zh: '能看的人：{roles}', en: 'Read by: {roles}' },
  masked: {
    zh: '平时只显示一部分。{roles}说明理由后才能看全，每次都有记录。',
    en: 'Shown in part. {roles} may see all of it for a stated reason; each time is recorded.',
  },
  correct: { zh: '不对，要求更正', en: 'This is wrong: ask for a correction' },
  history: { zh: '我的经历', en: 'My history' },
  now: { zh: '至今', en: 'until now' },
  start: { zh: '起始日期未登记', en: 'start not recorded' },
  unmaskings: { zh: '谁看过完整信息', en: 'Who saw full values' },
  unmaskedNone: { zh: '没有人看过您的完整信息。', en: 'Nobody has seen any full value of yours.' },
  unmasked: { zh: '{name} {at} 看了“{field}”', en: '{name} saw “{field}” {at}' },
  reason: { zh: '理由：{reason}', en: 'Reason: {reason}' },
} as const satisfies Record<string, Words>
