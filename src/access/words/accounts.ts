import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import { words as labels } from './labels.ts'

export const refusals: {
  readonly makeAccounts: RefusalWords<'access.makeAccounts'>
  readonly makeStaffAccount: RefusalWords<'access.makeStaffAccount'>
  readonly resetAccount: RefusalWords<'access.resetAccount'>
  readonly disableAccount: RefusalWords<'access.disableAccount'>
  readonly enableAccount: RefusalWords<'access.enableAccount'>
  readonly giveOffice: RefusalWords<'access.giveOffice'>
  readonly endOffice: RefusalWords<'access.endOffice'>
} = {
  makeAccounts: labels,
  makeStaffAccount: labels,
  resetAccount: labels,
  disableAccount: labels,
  enableAccount: labels,
  giveOffice: labels,
  endOffice: labels,
}

export const words = {
  accounts: { zh: '账号', en: 'Accounts' },
  lead: {
    zh: '谁能登录、担任什么职务。首次登录用一次性密码，登录后必须改掉。',
    en: 'Who can sign in, and with which offices. The first time with a one-time code, which must be changed at once.',
  },
  unit: { zh: '组织', en: 'Unit' },
  allUnits: { zh: '全部组织', en: 'All units' },
  make: { zh: '为“{name}”全体建账号', en: 'Make accounts for all of {name}' },
  makeHint: {
    zh: '名册上还没有账号的人各得一个；一次性密码只显示一次，请打印后分发。',
    en: 'Everybody on the roster without an account gets one; the codes are shown once, for printing.',
  },
  made: { zh: '新建账号 {n} 个', en: '{n} {n|account|accounts} made' },
  noneMade: { zh: '名册上的人都已有账号。', en: 'Everybody on the roster has an account already.' },
  codesLead: {
    zh: '一次性密码只在此处显示这一次。打印后沿虚线裁开，当面交给本人。',
    en: 'The codes are shown only here and only once. Print them, cut them apart, hand them over in person.',
  },
  login: { zh: '登录名', en: 'Login' },
  name: { zh: '姓名', en: 'Name' },
  code: { zh: '一次性密码', en: 'One-time code' },
  newStaff: { zh: '新建工作人员账号', en: 'New staff account' },
  newStaffLead: {
    zh: '给党委工作人员、检查员等名册以外的人。职务由安全管理员任命。',
    en: 'For staff, inspectors and others who are on no roster. The security administrator gives the office.',
  },
  newStaffGo: { zh: '建立账号', en: 'Make the account' },
  find: { zh: '姓名、登录名或职务', en: 'Name, login or office' },
  offices: { zh: '职务', en: 'Offices' },
  state: { zh: '状态', en: 'State' },
  first: { zh: '未改初始密码', en: 'First code stands' },
  locked: { zh: '已锁定', en: 'Locked' },
  disabled: { zh: '已停用', en: 'Disabled' },
  totp: { zh: '验证器', en: 'Authenticator' },
  act: { zh: '操作', en: 'Actions' },
  reset: { zh: '重置密码', en: 'Reset' },
  resetTitle: { zh: '重置{name}的密码', en: 'Reset the password of {name}' },
  resetLead: {
    zh: '原密码作废，已登录的设备全部退出，换成一个一次性密码。',
    en: 'The password ends, every device is signed out, and a one-time code takes its place.',
  },
  disable: { zh: '停用', en: 'Disable' },
  disableTitle: { zh: '停用{name}的账号', en: 'Disable the account of {name}' },
  disableLead: {
    zh: '已登录的设备立即退出，不能再登录。职务和记录都留着，可随时恢复。',
    en: 'Every device is signed out at once and nobody can sign in. Offices and records stay; it can be enabled again.',
  },
  enable: { zh: '恢复', en: 'Enable' },
  enableTitle: { zh: '恢复{name}的账号', en: 'Enable the account of {name}' },
  enableLead: {
    zh: '可用原来的密码登录，职务照旧。忘了密码请再重置。',
    en: 'The old password works again and the offices are as they were. Reset it if it is forgotten.',
  },
  give: { zh: '任命', en: 'Appoint' },
  giveTitle: { zh: '任命{name}', en: 'Appoint {name}' },
  role: { zh: '职务', en: 'Office' },
  over: { zh: '范围', en: 'Over' },
  end: { zh: '结束任职', en: 'End' },
  endTitle: { zh: '结束“{office}”', en: 'End “{office}”' },
  endLead: {
    zh: '{name}从此不再担任这一职务，权限随即收回。',
    en: '{name} no longer holds this office, and its rights end at once.',
  },
  emptyTitle: { zh: '这里还没有账号', en: 'No accounts here yet' },
  empty: {
    zh: '先选一个支部，为名册上的人一次建好账号。',
    en: 'Choose a branch and make accounts for everybody on its roster in one step.',
  },
} as const satisfies Record<string, Words>
