import { Secret, TOTP } from 'otpauth'
import type { Id } from '../../kit/id.ts'
import type { FieldKeys } from '../../kit/keys/field.ts'

const SECRET_BYTES = 20
const STEP_S = 30
/** One step early or late is taken: clocks differ. */
const WINDOW = 1

/** Whose authenticator it is. */
export type TotpOf = { readonly mineId: Id<'mine'>; readonly accountId: Id<'account'> }

const contextOf = ({ mineId, accountId }: TotpOf): string => `account.totp_secret:${mineId}:${accountId}`

const authenticator = (login: string, secret: string): TOTP =>
  new TOTP({ issuer: '矿灯', label: login, secret: Secret.fromBase32(secret), period: STEP_S, digits: 6 })

/** Draws a secret: as people type it, as an address that authenticators open, and sealed for keeping. */
export function drawTotp(
  keys: FieldKeys,
  of: TotpOf,
  login: string,
): { secret: string; uri: string; sealed: Buffer } {
  const secret = new Secret({ size: SECRET_BYTES }).base32
  return { secret, uri: authenticator(login, secret).toString(), sealed: keys.seal(contextOf(of), secret) }
}

/** A code that was given, when, and the last step that was used. */
export type Given = { readonly code: string; readonly now: Date; readonly lastStep: number | null }

/** The step a code belongs to; undefined when it is wrong, or its step was used already: a code works once. */
export function findStep(
  keys: FieldKeys,
  of: TotpOf & { readonly sealed: Buffer },
  { code, now, lastStep }: Given,
): number | undefined {
  const totp = authenticator('', keys.open(contextOf(of), of.sealed))
  const token = code.normalize('NFKC').replace(/\s+/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totp.validate({ token, timestamp: now.getTime(), window: WINDOW })
  if (delta === null) return undefined
  const step = Math.floor(now.getTime() / (STEP_S * 1000)) + delta
  return lastStep !== null && step <= lastStep ? undefined : step
}
