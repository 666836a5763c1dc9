import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import { dayShape, idOf, lineShape, sentenceShape } from '../kit/shapes.ts'
import { ROLES } from './rules/roles.ts'

export type { Role } from './rules/roles.ts'

const role = z.enum(ROLES)
const login = lineShape.min(2).max(40)
const token = z.string().min(20).max(200)
/** Length only: at least ten characters; what is too common is refused by the action. Spaces around it come of pasting and are no part of it. */
/** As typed, but for blanks around it that nobody sees: they are taken off wherever a password is given. */
const password = z.string().trim().max(200)
const newPassword = password.min(1)
const person = { name: lineShape.min(1), login, password: newPassword }
const officeShape = z.object({
  id: idOf<'office'>(),
  role,
  orgId: idOf<'org'>().nullable(),
  orgName: z.string().nullable(),
})
const codeShape = z.object({ login: z.string(), name: z.string(), code: z.string() })

export const contract = slice('access', {
  findMine: read({
    about: 'Which mine this is, and whether it has been set up.',
    input: z.object({}),
    output: z.object({ name: z.string(), demo: z.boolean(), isSetUp: z.boolean() }),
    refusals: {},
  }),
  findTicket: read({
    about: 'What a one-time link is good for.',
    input: z.object({ token }),
    output: z.object({ purpose: z.enum(['setup', 'securityAdmin', 'auditAdmin', 'firstSignIn']) }),
    refusals: { 'bad-link': 410 },
  }),
  setUp: write({
    about:
      'Names the mine and makes its first administrator, who holds the system office; answers the two links for the other offices.',
    input: z.object({ token, mineName: lineShape.min(1), ...person }),
    output: z.object({ links: z.object({ securityAdmin: z.string(), auditAdmin: z.string() }) }),
    refusals: { 'bad-link': 410, 'weak-password': 422, 'login-taken': 409 },
  }),
  takeOffice: write({
    about: 'Makes the security or the audit administrator from a one-time link.',
    input: z.object({ token, ...person }),
    output: z.object({ role }),
    refusals: { 'bad-link': 410, 'weak-password': 422, 'login-taken': 409 },
  }),
  signIn: write({
    about:
      'Signs in with a login and a password or one-time code, and, where it is switched on, the code of an authenticator.',
    input: z.object({
      login: z
        .string()
        .max(100)
        .regex(/^[^\0]*$/, 'control-character'),
      password,
      code: z.string().max(20).optional(),
    }),
    output: z.object({ mustChange: z.boolean() }),
    refusals: { 'wrong-login': 401, locked: 423, 'code-needed': 401, 'wrong-code': 401 },
  }),
  signOut: write({ about: 'Ends this session.', input: z.object({}), output: z.object({}), refusals: {} }),
  findMe: read({
    about: 'Who is signed in, with which offices, and which actions they may do somewhere.',
    input: z.object({}),
    output: z.object({
      accountId: idOf<'account'>(),
      personId: idOf<'person'>().nullable(),
      login: z.string(),
      name: z.string(),
      mustChange: z.boolean(),
      hasTotp: z.boolean(),
      offices: z.array(officeShape),
      may: z.array(z.string()),
      /** The privacy notice in force has not been acknowledged yet. */
      privacyDue: z.boolean(),
      mine: z.object({ name: z.string(), demo: z.boolean() }),
    }),
    refusals: {},
  }),
  findPrivacyNotice: read({
    about:
      'The privacy notice in force: what is held, why, how long, who reads it, and one’s rights; and when one acknowledged it.',
    input: z.object({}),
    output: z.object({
      version: z.string(),
      effective: dayShape,
      title: sentenceShape,
      sections: z.array(z.object({ title: sentenceShape, lines: z.array(sentenceShape) })),
      acceptedAt: z.string().nullable(),
    }),
    refusals: {},
  }),
  acceptPrivacyNotice: write({
    about: 'Acknowledges the privacy notice in the version that was shown; once is enough.',
    input: z.object({ version: lineShape.min(1) }),
    output: z.object({}),
    refusals: { 'other-version': 409 },
  }),
  findFeed: read({
    about: 'Since when one’s calendar may be read at an address of its own; null: there is none.',
    input: z.object({}),
    output: z.object({ madeAt: z.string().nullable() }),
    refusals: {},
  }),
  makeFeed: write({
    about:
      'Makes a secret address at which calendar programs read one’s meetings, shown this once; the one before it ends.',
    input: z.object({}),
    output: z.object({ path: z.string() }),
    refusals: {},
  }),
  endFeed: write({
    about: 'Ends the address at which one’s calendar is read.',
    input: z.object({}),
    output: z.object({}),
    refusals: {},
  }),
  changePassword: write({
    about: 'Changes one’s own password; every other session of the account ends.',
    input: z.object({ old: password, password: newPassword }),
    output: z.object({}),
    refusals: { 'wrong-password': 422, 'weak-password': 422, 'same-password': 422 },
  }),
  startTotp: write({
    about: 'Draws a secret for an authenticator app; it counts once a code has confirmed it.',
    input: z.object({}),
    output: z.object({ secret: z.string(), uri: z.string() }),
    refusals: { 'has-totp': 409 },
  }),
  confirmTotp: write({
    about: 'Switches the authenticator on.',
    input: z.object({ code: z.string().max(20) }),
    output: z.object({}),
    refusals: { 'wrong-code': 422, 'no-totp-started': 409 },
  }),
  listAccounts: read({
    about: 'The accounts of a unit and all below it, or of the mine.',
    input: z.object({ orgId: idOf<'org'>().optional() }),
    output: z.object({
      accounts: z.array(
        z.object({
          id: idOf<'account'>(),
          login: z.string(),
          name: z.string(),
          mustChange: z.boolean(),
          isLocked: z.boolean(),
          isDisabled: z.boolean(),
          hasTotp: z.boolean(),
          offices: z.array(officeShape),
        }),
      ),
    }),
    refusals: {},
  }),
  makeAccounts: write({
    about:
      'Makes accounts for everybody of a branch who has none; answers their one-time codes, once, for printing.',
    input: z.object({ orgId: idOf<'org'>() }),
    output: z.object({ codes: z.array(codeShape) }),
    refusals: { 'no-such-unit': 404 },
  }),
  makeStaffAccount: write({
    about: 'Makes an account for somebody of the committee’s staff; answers its one-time code, once.',
    input: z.object({ login, name: lineShape.min(1) }),
    output: codeShape,
    refusals: { 'login-taken': 409 },
  }),
  resetAccount: write({
    about: 'Gives an account a new one-time code in place of its password; its sessions end.',
    input: z.object({ accountId: idOf<'account'>() }),
    output: codeShape,
    refusals: { 'no-such-account': 404 },
  }),
  disableAccount: write({
    about:
      'Nobody signs in with this account any more, and its sessions end at once; its offices stay, for when it is enabled again.',
    input: z.object({ accountId: idOf<'account'>() }),
    output: z.object({}),
    refusals: { 'no-such-account': 404, 'own-account': 409, 'last-administrator': 409 },
  }),
  enableAccount: write({
    about: 'Lets a disabled account sign in again, with the password it had.',
    input: z.object({ accountId: idOf<'account'>() }),
    output: z.object({}),
    refusals: { 'no-such-account': 404 },
  }),
  giveOffice: write({
    about: 'Gives an account a role over a unit and all below it, or over the mine.',
    input: z.object({ accountId: idOf<'account'>(), role, orgId: idOf<'org'>().nullable() }),
    output: z.object({ id: idOf<'office'>() }),
    refusals: {
      'no-such-account': 404,
      'no-such-unit': 404,
      'office-held': 409,
      'one-administrator': 409,
      'unit-needed': 422,
      'wrong-unit': 422,
    },
  }),
  endOffice: write({
    about: 'Ends a role.',
    input: z.object({ officeId: idOf<'office'>() }),
    output: z.object({}),
    refusals: { 'no-such-office': 404, 'last-administrator': 409 },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    access: typeof contract
  }
}
