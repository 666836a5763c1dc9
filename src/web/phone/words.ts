import type { Words } from '../../kit/web/say.ts'

export const words = {
  places: { zh: '各处', en: 'Places' },
  today: { zh: '今天', en: 'Today' },
  meetings: { zh: '会议', en: 'Meetings' },
  voice: { zh: '心声', en: 'Voice' },
  me: { zh: '我的', en: 'Mine' },
  settings: { zh: '设置', en: 'Settings' },
  language: { zh: '语言', en: 'Language' },
  theme: { zh: '明暗', en: 'Light or dark' },
  size: { zh: '字号', en: 'Type size' },
  password: { zh: '修改密码', en: 'Change password' },
  account: { zh: '登录名', en: 'Login' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  signOutTitle: { zh: '退出登录', en: 'Sign out' },
  signOutLead: {
    zh: '这部手机上留着的阅读内容和没写完的草稿会清除。',
    en: 'What was read and the drafts kept on this phone will be cleared.',
  },
  signOutUnsent: {
    zh: '还有 {n} 条没有发出：会留在这部手机上，等您下次登录后发出。不想留下，请先到“没有发出的”里删掉。',
    en: '{n} {n|thing is|things are} not sent: kept on this phone until you sign in again. To leave nothing, discard them first under “Not sent yet”.',
  },
  unsentTitle: { zh: '没有发出的', en: 'Not sent yet' },
  unsentLead: {
    zh: '都记在这部手机上。连上网络后自动发出，每条只发一次。',
    en: 'All of it is kept on this phone. It is sent by itself once you are connected, each once.',
  },
  unsentNone: { zh: '都发出了，没有留下的。', en: 'All is sent; nothing is left.' },
  unsentAt: { zh: '写于{at}', en: 'Written {at}' },
  unsentWaits: { zh: '等待网络', en: 'Waiting for a connection' },
  unsentRetry: { zh: '现在发送', en: 'Send now' },
  unsentDiscard: { zh: '删除', en: 'Discard' },
  unsentDiscardTitle: { zh: '删除这一条', en: 'Discard this' },
  unsentDiscardLead: {
    zh: '删除后不会发出，也找不回来。',
    en: 'It will not be sent and cannot be brought back.',
  },
  notAPerson: {
    zh: '这个账号不在名册上，没有个人页面。工作请到工作台。',
    en: 'This account is not on the roster and has no pages of its own. The work is on the desk.',
  },
  toDesk: { zh: '去工作台', en: 'To the desk' },
  lostTitle: { zh: '没有这个页面', en: 'There is no such page' },
  lost: {
    zh: '地址可能不全，或者页面已经换了地方。',
    en: 'The address may be incomplete, or the page has moved.',
  },
  toToday: { zh: '回到今天', en: 'To today' },
  brokenTitle: { zh: '这个页面出了差错', en: 'This page failed' },
  broken: {
    zh: '写下的内容不受影响。请刷新；仍不行，请告诉书记。',
    en: 'What you wrote is safe. Reload; if it fails again, tell your secretary.',
  },
  newer: { zh: '有新版本。', en: 'There is a new version.' },
  reload: { zh: '刷新', en: 'Reload' },
  skip: { zh: '跳到正文', en: 'Skip to the page' },
} as const satisfies Record<string, Words>
