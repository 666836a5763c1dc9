import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'
import { drawRandom } from './random.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What sealing adds, in bytes. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES

/**
 * AES-256-GCM with a random nonce: nonce ‖ ciphertext ‖ tag. The context is not inside, yet the seal opens only with the same one:
 * a value moved to another row stays shut.
 */
export function seal(key: KeyObject, plain: Uint8Array, context: Uint8Array): Buffer {
  const nonce = drawRandom(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(context)
  const sealed = cipher.update(plain)
  cipher.final()
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()])
}

/** Opens what `seal` sealed; undefined when a bit of it, the key or the context is another. */
export function unseal(key: KeyObject, sealed: Uint8Array, context: Uint8Array): Buffer | undefined {
  if (sealed.length < SEAL_BYTES) return undefined
  const tagAt = sealed.length - TAG_BYTES
  const opened = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  opened.setAAD(context)
  opened.setAuthTag(sealed.subarray(tagAt))
  const plain = opened.update(sealed.subarray(NONCE_BYTES, tagAt))
  try {
    opened.final()
  } catch {
    return undefined
  }
  return plain
}
