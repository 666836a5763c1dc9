import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { keptSecret } from './secret.ts'

/** A log's own key. */
export type SigningKey = {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** Ed25519 over the bytes: 64 bytes, the same ones every time. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** What stands before the seed in the only form `node:crypto` reads (RFC 8410 §7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key that a seed of 32 bytes stands for (RFC 8032). */
export function signingKeyOf(seed: Uint8Array): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return { publicKey: new Uint8Array(Buffer.from(x, 'base64url')), sign: (bytes) => sign(null, bytes, key) }
}

const NAME = /^[\da-z][\da-z-]{0,63}$/

/** Reads `log-<name>.seed`, made when it is missing. */
export function openSigningKey(dir: string, name: string): SigningKey {
  if (!NAME.test(name)) throw new Error(`no name for a key file: ${name}`)
  return signingKeyOf(keptSecret(dir, `log-${name}.seed`))
}
