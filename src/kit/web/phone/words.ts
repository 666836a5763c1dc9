import type { Words } from '../say.ts'

/** What the phone's parts say. */
export const words = {
  unsent: { zh: '{n} 条还没有发出', en: '{n} {n|thing|things} not sent yet' },
  unsentGo: { zh: '查看', en: 'Look' },
  old: { zh: '没有连上，看到的是{age}的内容', en: 'Not connected; what you see is from {age}' },
  cut: { zh: '没有连上网络', en: 'Not connected' },
  offlineHere: {
    zh: '这一页还没有在这部手机上看过，连上网络后才能打开。',
    en: 'This page has not been read on this phone yet; it opens once you are connected.',
  },
  waiting: {
    zh: '已记在这部手机上，连上网络后自动发出。可以关掉页面。',
    en: 'Kept on this phone; it is sent by itself once you are connected. You may close the page.',
  },
  waitingHere: {
    zh: '还没有发出。这个浏览器不能保存内容，请先别关闭页面，连上网络后会自动发出。',
    en: 'Not sent yet. This browser keeps nothing: leave the page open; it is sent once you are connected.',
  },
  sending: { zh: '正在发送', en: 'Sending' },
} as const satisfies Record<string, Words>
