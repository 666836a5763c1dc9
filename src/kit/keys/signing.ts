import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import { keyFault } from './fault.ts'
import { keptSecret, privateFile } from './secret.ts'

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

function fileOf(name: string, ending: 'seed' | 'pub'): string {
  if (!NAME.test(name)) throw new Error(`no name for a key file: ${name}`)
  return `log-${name}.${ending}`
}

/**
 * Reads `log-<name>.seed`, made when it is missing, and puts its public half beside it for those that only check. Only the signer calls it.
 * Throws `keys-corrupt` when the two halves are not one key.
 */
export function openSigningKey(dir: string, name: string): SigningKey {
  const key = signingKeyOf(keptSecret(dir, fileOf(name, 'seed')))
  const path = privateFile(dir, fileOf(name, 'pub'), () => key.publicKey)
  if (!fs.readFileSync(path).equals(key.publicKey)) throw keyFault('keys-corrupt', path)
  return key
}

/** The public half of a log's key, 32 bytes. The key is made where its signer has not opened it yet; the seed is read then, and never again. */
export function publicKeyOf(dir: string, name: string): Uint8Array {
  const path = join(dir, fileOf(name, 'pub'))
  return fs.existsSync(path) ? new Uint8Array(fs.readFileSync(path)) : openSigningKey(dir, name).publicKey
}
