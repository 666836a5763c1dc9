import type { Words } from '../../kit/web/say.ts'

export const words = {
  notice: { zh: '个人信息告知', en: 'Privacy notice' },
  version: { zh: '第 {version} 版，自 {day} 起', en: 'Version {version}, from {day}' },
  accept: { zh: '我已看过', en: 'I have read it' },
  later: { zh: '先用，稍后再看', en: 'Later' },
  accepted: { zh: '您于 {at} 看过这一版。', en: 'You read this version {at}.' },
} as const satisfies Record<string, Words>
