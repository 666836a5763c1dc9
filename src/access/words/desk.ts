import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import { words as labels } from './labels.ts'

export const deskRefusals: {
  readonly findTicket: RefusalWords<'access.findTicket'>
  readonly setUp: RefusalWords<'access.setUp'>
  readonly takeOffice: RefusalWords<'access.takeOffice'>
  readonly startTotp: RefusalWords<'access.startTotp'>
  readonly confirmTotp: RefusalWords<'access.confirmTotp'>
} = { findTicket: labels, setUp: labels, takeOffice: labels, startTotp: labels, confirmTotp: labels }

/** What the desk alone says of accounts: one's own, the authenticator, setting up, taking office. */
export const deskWords = {
  me: { zh: '我的账号', en: 'My account' },
  name: { zh: '姓名', en: 'Name' },
  offices: { zh: '职务', en: 'Offices' },
  wholeMine: { zh: '全矿', en: 'the whole mine' },
  authenticator: { zh: '验证器', en: 'Authenticator' },
  authenticatorOn: { zh: '已启用。登录时要输入验证器上的数字。', en: 'On. Signing in asks for its digits.' },
  authenticatorOff: {
    zh: '未启用。启用后，密码泄露也无法单独登录。党委工作人员和管理员应当启用。',
    en: 'Off. With it, a leaked password alone opens nothing. Staff and administrators should use one.',
  },
  authenticatorStart: { zh: '启用验证器', en: 'Set up the authenticator' },
  authenticatorSecret: {
    zh: '在验证器里选“输入密钥”，填入下面这一串；不区分空格。',
    en: 'In the authenticator choose “enter a key” and type this; spaces do not matter.',
  },
  authenticatorOpen: { zh: '在本机验证器中打开', en: 'Open in an authenticator on this device' },
  authenticatorConfirm: { zh: '确认启用', en: 'Switch it on' },
  doorTitle: { zh: '一次性链接', en: 'One-time link' },
  toSignIn: { zh: '去登录', en: 'Go to sign-in' },
  setUp: { zh: '启用矿灯', en: 'Set up Pitlamp' },
  setUpLead: {
    zh: '为本矿命名，建立第一位管理员。大约一分钟。',
    en: 'Name the mine and make its first administrator. It takes a minute.',
  },
  mineName: { zh: '煤矿名称', en: 'Name of the mine' },
  mineNameHint: { zh: '如：青石沟煤矿', en: 'Such as: Qingshigou Mine' },
  adminName: { zh: '您的姓名', en: 'Your name' },
  loginHint: { zh: '2 到 40 个字符，登录时用。', en: '2 to 40 characters, for signing in.' },
  setUpGo: { zh: '启用', en: 'Set up' },
  takeOffice: { zh: '就任{role}', en: 'Take office: {role}' },
  takeOfficeLead: {
    zh: '建立您自己的账号。三位管理员互不兼任，谁也不能代替谁。',
    en: 'Make your own account. The three administrators never hold each other’s office.',
  },
  takeOfficeGo: { zh: '建立账号', en: 'Make the account' },
  taken: { zh: '账号已建立。现在可以登录。', en: 'The account is made. You can sign in now.' },
  linksTitle: { zh: '交给另外两位管理员', en: 'For the other two administrators' },
  linksLead: {
    zh: '每个链接只能用一次，只在此处显示。请当面交给本人。两位到位之前，敏感信息一律不能查看。',
    en: 'Each link works once and is shown only here. Hand it over in person. Until both have taken office, masked values stay masked.',
  },
  linksKept: { zh: '已交付，继续', en: 'Handed over, go on' },
} as const satisfies Record<string, Words>
