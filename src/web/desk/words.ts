import type { Words } from '../../kit/web/say.ts'
import type { Size, Theme } from '../../kit/web/theme.ts'

export const themeWords: Readonly<Record<Theme, Words>> = {
  system: { zh: '跟随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
}
export const sizeWords: Readonly<Record<Size, Words>> = {
  normal: { zh: '标准字', en: 'Normal type' },
  large: { zh: '大字', en: 'Large type' },
}

export const words = {
  brand: { zh: '矿灯', en: 'Pitlamp' },
  demo: { zh: '演示', en: 'Demo' },
  demoSays: { zh: '演示数据，人和事都是虚构的', en: 'Demo data: people and events are invented' },
  skip: { zh: '跳到正文', en: 'Skip to the page' },
  look: { zh: '外观', en: 'Look' },
  theme: { zh: '明暗', en: 'Light or dark' },
  size: { zh: '字号', en: 'Type size' },
  otherLanguage: { zh: 'English', en: '中文' },
  otherLanguageShort: { zh: 'EN', en: '中' },
  me: { zh: '我：{name}', en: 'Me: {name}' },
  menu: { zh: '目录', en: 'Contents' },
  nav: { zh: '工作', en: 'Work' },
  tree: { zh: '组织', en: 'Organisation' },
  findBranch: { zh: '找支部', en: 'Find a branch' },
  search: { zh: '查找', en: 'Search' },
  searchWithKeys: { zh: '查找（Ctrl+K）', en: 'Search (Ctrl+K)' },
  searchFor: {
    zh: '姓名、拼音首字母、编号、支部、会议主题或页面',
    en: 'Name, initials, number, branch, subject of a meeting, or page',
  },
  searchKeys: { zh: '↑ ↓ 选择，Enter 打开，Esc 关闭', en: '↑ ↓ choose, Enter opens, Esc closes' },
  found: { zh: '找到的', en: 'What was found' },
  finding: { zh: '正在找“{q}”…', en: 'Looking for “{q}”…' },
  foundNothing: {
    zh: '没有找到“{q}”。可以试姓名的拼音首字母，或编号的前几位。',
    en: 'Nothing found for “{q}”. Try the initials of the name, or the beginning of the number.',
  },
  foundPeople: { zh: '人员', en: 'People' },
  foundUnits: { zh: '支部', en: 'Branches' },
  foundMeetings: { zh: '会议', en: 'Meetings' },
  foundCases: { zh: '发展党员', en: 'Admissions' },
  foundPlan: { zh: '学习计划', en: 'Study plan' },
  foundPages: { zh: '页面与操作', en: 'Pages and actions' },
  caseOf: { zh: '{name} 的发展过程', en: 'The admission of {name}' },
  enterMeeting: { zh: '记录会议', en: 'Record a meeting' },
  importLedger: { zh: '导入台账', en: 'Import a ledger' },
  ownAccount: { zh: '我的账号', en: 'My account' },
  recent: { zh: '最近看过', en: 'Recent' },
  noBranch: { zh: '没有符合的支部。', en: 'No branch fits.' },
  mine: { zh: '我的支部', en: 'My branches' },
  overview: { zh: '今天', en: 'Today' },
  scores: { zh: '考核', en: 'Assessment' },
  people: { zh: '党员', en: 'People' },
  joining: { zh: '发展党员', en: 'Admissions' },
  dues: { zh: '党费', en: 'Dues' },
  ledger: { zh: '导入导出', en: 'Import, export' },
  journal: { zh: '存证', en: 'Journal' },
  accounts: { zh: '账号', en: 'Accounts' },
  offline: {
    zh: '没有连上网络。看到的可能是旧的；连上后自动更新。',
    en: 'Not connected. What you see may be old; it renews itself when you are.',
  },
  lostTitle: { zh: '没有这个页面', en: 'There is no such page' },
  lost: {
    zh: '地址可能不全，或者页面已经换了地方。',
    en: 'The address may be incomplete, or the page has moved.',
  },
  toStart: { zh: '回到总览', en: 'To the overview' },
  brokenTitle: { zh: '这个页面出了差错', en: 'This page failed' },
  broken: {
    zh: '已保存的内容不受影响。请刷新；仍不行，请告诉管理员刚才在做什么。',
    en: 'What was saved is safe. Reload; if it fails again, tell the administrator what you were doing.',
  },
  reload: { zh: '刷新', en: 'Reload' },
} as const satisfies Record<string, Words>
