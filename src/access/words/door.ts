import type { Words } from '../../kit/web/say.ts'
import { postWords } from '../../org/words/posts.ts'
import type { Role } from '../rules/roles.ts'

/** The roles an office can give. */
export const roleWords: Readonly<Record<Role, Words>> = {
  member: { zh: '党员', en: 'Member' },
  worker: { zh: '职工', en: 'Worker' },
  groupLeader: postWords.groupLeader,
  commissioner: { zh: '支部委员', en: 'Commissioner' },
  secretary: postWords.secretary,
  committeeStaff: { zh: '党委工作人员', en: 'Committee staff' },
  inspector: { zh: '检查员', en: 'Inspector' },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator' },
}

/** Every refusal of signing in, changing one's password and seeing the privacy notice. `{minutes}` and `{least}` are filled in. */
export const doorRefusals = {
  'weak-password': {
    zh: '密码太短或太容易猜到：至少 {least} 个字符，不要用姓名、登录名、年份或常见词。一句只有您知道的话最好记。',
    en: 'The password is too short or too easy to guess: at least {least} characters, no names, logins, years or common words. A sentence only you know is easy to keep.',
  },
  'wrong-login': { zh: '登录名或密码不对，请再试。', en: 'Login or password is wrong. Try again.' },
  locked: {
    zh: '连续输错次数过多，已锁定 {minutes} 分钟。请稍后再试，或请书记、安全管理员重置。',
    en: 'Too many wrong tries: locked for {minutes} minutes. Try later, or ask the secretary or the security administrator for a reset.',
  },
  'code-needed': { zh: '请再输入验证器上的六位数字。', en: 'Now give the six digits of your authenticator.' },
  'wrong-code': {
    zh: '验证码不对或已用过，请看验证器上此刻的六位数字。',
    en: 'The code is wrong or was used. Give the six digits your authenticator shows now.',
  },
  'wrong-password': { zh: '原密码不对，请再试。', en: 'The present password is wrong. Try again.' },
  'same-password': {
    zh: '新密码与原密码相同，请换一个。',
    en: 'The new password is the present one. Choose another.',
  },
  'other-version': {
    zh: '告知书已有新版本，请刷新后再看一遍。',
    en: 'There is a newer version of the notice. Reload and read it again.',
  },
} as const satisfies Record<string, Words>
