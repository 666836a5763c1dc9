import { verify } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isKeyFault } from './fault.ts'
import { type Keys, openKeys } from './keys.ts'
import { openSigningKey, signingKeyOf } from './signing.ts'

let dir = ''
let opened: Keys[] = []

function open(): Keys {
  const keys = openKeys(dir)
  opened.push(keys)
  return keys
}

beforeEach(() => {
  dir = join(fs.mkdtempSync(join(os.tmpdir(), 'keys-')), 'keys')
  opened = []
})
afterEach(() => {
  for (const keys of opened) keys.close()
  fs.rmSync(join(dir, '..'), { recursive: true })
})

function faultOf(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    return isKeyFault(error) ? error.code : String(error)
  }
  return undefined
}

describe('signing', () => {
  test('is the Ed25519 of RFC 8032 (test 1)', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')
    const key = signingKeyOf(seed)
    expect(Buffer.from(key.publicKey).toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
    expect(Buffer.from(key.sign(new Uint8Array(0))).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    )
  })

  test('keeps one key for each log, whose public half is there for those that check', () => {
    const keys = open()
    const message = Buffer.from('note')
    const { publicKey, sign } = openSigningKey(dir, 'a')
    expect(openSigningKey(dir, 'a').publicKey).toEqual(publicKey)
    expect(keys.publicKey('a')).toEqual(publicKey)
    expect(openSigningKey(dir, 'b').publicKey).not.toEqual(publicKey)
    const x = Buffer.from(publicKey).toString('base64url')
    const jwk = { key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' } as const
    expect(verify(null, message, jwk, sign(message))).toBe(true)
  })

  test('of a folder from before there were public halves, the seed tells it', () => {
    const keys = open()
    const { publicKey } = openSigningKey(dir, 'a')
    fs.rmSync(join(dir, 'log-a.pub'))
    expect(keys.publicKey('a')).toEqual(publicKey)
  })

  test.each(['log-a.seed', 'log-a.pub'])('a flipped bit of %s keeps it shut', (name) => {
    open()
    openSigningKey(dir, 'a')
    const bytes = fs.readFileSync(join(dir, name))
    bytes[5] = 1 ^ (bytes[5] ?? 0)
    fs.writeFileSync(join(dir, name), bytes)
    expect(faultOf(() => openSigningKey(dir, 'a'))).toBe('keys-corrupt')
  })

  test.each(['', '..', 'a/b', 'A', 'a'.repeat(65)])('%j is no name for a log', (name) => {
    const keys = open()
    expect(() => openSigningKey(dir, name)).toThrow('no name')
    expect(() => keys.publicKey(name)).toThrow('no name')
  })
})
