import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import { doorRefusals } from './door.ts'

export const refusals: {
  readonly signIn: RefusalWords<'access.signIn'>
  readonly changePassword: RefusalWords<'access.changePassword'>
} = { signIn: doorRefusals, changePassword: doorRefusals }

export const words = {
  signIn: { zh: '登录', en: 'Sign in' },
  ended: {
    zh: '登录已过期，请重新登录；没写完的还在。',
    en: 'Your session has ended. Sign in again; what you were writing is still there.',
  },
  login: { zh: '登录名', en: 'Login' },
  password: { zh: '密码', en: 'Password' },
  passwordHint: {
    zh: '第一次登录用发给您的一次性密码。',
    en: 'The first time, use the one-time code you were given.',
  },
  newPassword: { zh: '新密码', en: 'New password' },
  newPasswordHint: {
    zh: '至少 10 个字符。一句只有您知道的话最好记。',
    en: 'At least 10 characters. A sentence only you know is easy to keep.',
  },
  oldPassword: { zh: '现在的密码', en: 'Present password' },
  oldPasswordFirst: { zh: '现在的密码（或一次性密码）', en: 'Present password or one-time code' },
  code: { zh: '验证码', en: 'Code' },
  codeHint: { zh: '验证器上此刻的六位数字。', en: 'The six digits your authenticator shows now.' },
  change: { zh: '修改密码', en: 'Change password' },
  changeFirst: { zh: '先修改密码', en: 'Change your password first' },
  changeFirstLead: {
    zh: '您用的是一次性密码。改成自己的密码后即可使用。',
    en: 'You signed in with a one-time code. Choose a password of your own to go on.',
  },
  changed: {
    zh: '密码已修改。其他设备上的登录已退出。',
    en: 'Password changed. Other devices were signed out.',
  },
  signOut: { zh: '退出登录', en: 'Sign out' },
  notSetUpTitle: { zh: '还没有启用', en: 'Not set up yet' },
  notSetUp: {
    zh: '请打开启动程序时打印的一次性链接，为本矿命名并建立第一位管理员。',
    en: 'Open the one-time link printed when the program started, to name the mine and make its first administrator.',
  },
} as const satisfies Record<string, Words>
