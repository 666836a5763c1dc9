import type { contract } from '../contract.ts'
import type { Role } from '../rules/roles.ts'
import { doorRefusals, roleWords } from './door.ts'

type Code = {
  [V in keyof typeof contract]: keyof (typeof contract)[V]['refusals'] & string
}[keyof typeof contract]

/** What the pages say of accounts: the roles, and every refusal of this slice. `{minutes}` and `{least}` are filled in. */
export const words = {
  ...roleWords,
  ...doorRefusals,
  'bad-link': {
    zh: '这个链接已用过或已过期，请向管理员要一个新的。',
    en: 'This link was used or has expired. Ask the administrator for another.',
  },
  'login-taken': { zh: '这个登录名已有人使用，请换一个。', en: 'This login is taken. Choose another.' },
  'has-totp': {
    zh: '验证器已经启用。换手机请找安全管理员重置。',
    en: 'The authenticator is on. For a new phone, ask the security administrator for a reset.',
  },
  'no-totp-started': { zh: '请先取得密钥，再输入验证码。', en: 'Draw a secret first, then give its code.' },
  'no-such-unit': {
    zh: '没有这个组织，可能已被改动，请刷新后重选。',
    en: 'There is no such unit; it may have been changed. Reload and choose again.',
  },
  'no-such-account': {
    zh: '没有这个账号，可能已停用，请刷新后重选。',
    en: 'There is no such account; it may be disabled. Reload and choose again.',
  },
  'own-account': {
    zh: '不能停用自己的账号。请另一位安全管理员办理。',
    en: 'Nobody disables their own account. Ask the other security administrator.',
  },
  'office-held': { zh: '这个账号已经担任这一职务。', en: 'The account holds this office already.' },
  'one-administrator': {
    zh: '管理员只担任这一项职务：三位管理员互不兼任，也不兼其他职务。请另建账号。',
    en: 'An administrator holds that one office and no other. Make another account.',
  },
  'unit-needed': { zh: '这一职务须指定组织，请选择。', en: 'This office is held over a unit. Choose one.' },
  'wrong-unit': {
    zh: '这一职务不能设在所选组织上，请换一个组织。',
    en: 'This office cannot be held over that kind of unit. Choose another.',
  },
  'no-such-office': {
    zh: '这一职务已经结束，请刷新。',
    en: 'This office has ended. Reload.',
  },
  'last-administrator': {
    zh: '这是最后一位担任此职的管理员，请先任命另一位。',
    en: 'This is the last administrator of this kind. Appoint another first.',
  },
} satisfies Record<Code | Role, { zh: string; en: string }>
