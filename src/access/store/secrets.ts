import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Id } from '../../kit/id.ts'
import type { FieldKeys } from '../../kit/keys/field.ts'
import { CODE_ALPHABET, CODE_LENGTH, readCode, showCode } from '../rules/codes.ts'

/** Argon2id, 19 MiB, two passes: OWASP's least for a server that signs in many. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const

/** What is kept of a password, salt and cost included. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

/** Nobody's password: whoever has none is checked against it, so that it takes as long. */
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$3kbXVo8mrt14tN466zNUuQ$1+NU6ES9+qVaMzsgZRSl6Avxic2r1svpGU6TglWS/b4'

/** Whether it is the password; without a hash never, yet no sooner. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await verify(kept ?? NOBODYS, password.normalize('NFKC'))
  return right && kept !== null
}

const SECRET_BYTES = 32
/** SHA-256: right for secrets of 256 random bits. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A secret with its mine, `<mine>.<43 characters>`, and what is kept of it. */
export type Token = { readonly token: string; readonly hash: Buffer }

/** Draws a secret for a session or a link. */
export function drawToken(mineId: Id<'mine'>): Token {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  return { token: `${mineId}.${secret}`, hash: hashSecret(secret) }
}

/** The mine and what is kept of a token's secret; undefined when it is no token. */
export function readToken(token: string): { mineId: Id<'mine'>; hash: Buffer } | undefined {
  const parts = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\w-]{43})$/.exec(token)
  const [mineId, secret] = [parts?.[1], parts?.[2]]
  return mineId && secret ? { mineId: mineId as Id<'mine'>, hash: hashSecret(secret) } : undefined
}

/** Draws a code for printing. */
export const drawCode = (): string =>
  showCode(Array.from({ length: CODE_LENGTH }, () => randomInt(CODE_ALPHABET.length)))

/** Whose code it is. */
export type CodeOf = { readonly mineId: Id<'mine'>; readonly accountId: Id<'account'> }

/** What is kept of a code: codes are short, so that it takes a key from outside the database to try them. */
export const hashCode = (keys: FieldKeys, { mineId, accountId }: CodeOf, code: string): Buffer =>
  keys.lookup(`ticket.code:${mineId}:${accountId}`, readCode(code) ?? '')

/** Whether a typed text is the code of which this is kept. */
export const isCode = (
  keys: FieldKeys,
  of: CodeOf & { readonly kept: Buffer | null },
  typed: string,
): boolean =>
  of.kept !== null && readCode(typed) !== undefined && timingSafeEqual(of.kept, hashCode(keys, of, typed))
