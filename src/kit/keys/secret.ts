import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import { keyFault } from './fault.ts'

/** Length of a secret, in bytes. */
export const SECRET_BYTES = 32

const OTHERS = 0o077
const hasModes = process.platform !== 'win32'

function refuseOthers(path: string): void {
  if (hasModes && (fs.statSync(path).mode & OTHERS) !== 0) throw keyFault('keys-open-to-others', path)
}

/** Makes the names in a folder durable. Windows does it by itself and cannot open folders. */
export function syncFolder(dir: string): void {
  if (!hasModes) return
  const fd = fs.openSync(dir, 'r')
  try {
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}

/** A folder nobody else may enter, made when it is missing. Throws `keys-open-to-others`. */
export function privateFolder(dir: string): void {
  const made = fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (made) syncFolder(join(made, '..'))
  refuseOthers(dir)
}

/** A file only its owner may read, holding `first` when it is made now. When two processes make it, one file stands. */
export function privateFile(dir: string, name: string, first: () => Uint8Array): string {
  const path = join(dir, name)
  if (!fs.existsSync(path)) makeOnce(dir, path, first())
  refuseOthers(path)
  return path
}

function makeOnce(dir: string, path: string, first: Uint8Array): void {
  const draft = `${path}.${randomBytes(8).toString('hex')}.new`
  fs.writeFileSync(draft, first, { mode: 0o600, flag: 'wx', flush: true })
  try {
    fs.linkSync(draft, path)
  } catch {
    if (!fs.existsSync(path)) throw keyFault('keys-corrupt', path)
  } finally {
    fs.rmSync(draft)
  }
  syncFolder(dir)
}

const checksum = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** 32 random bytes kept in a file of their own, with a checksum. Throws `keys-corrupt`. */
export function keptSecret(dir: string, name: string): Buffer {
  const draw = (): Buffer => {
    const secret = randomBytes(SECRET_BYTES)
    return Buffer.concat([secret, checksum(secret)])
  }
  const path = privateFile(dir, name, draw)
  const kept = fs.readFileSync(path)
  const secret = kept.subarray(0, SECRET_BYTES)
  if (!kept.subarray(SECRET_BYTES).equals(checksum(secret))) throw keyFault('keys-corrupt', path)
  return secret
}
