import { execFile } from 'node:child_process'
import { createHmac, createSecretKey, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isKeyFault, type KeyFaultCode } from './fault.ts'
import { type Keys, keyFolder, openKeys } from './keys.ts'
import type { OwnerKey } from './owners.ts'
import { seal, unseal } from './seal.ts'
import { openSigningKey } from './signing.ts'

const RECORD = 128
const mine = '01990000-0000-7000-8000-000000000001'
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

function faultOf(work: () => unknown): KeyFaultCode | undefined {
  try {
    work()
  } catch (error) {
    if (isKeyFault(error)) return error.code
    throw error
  }
  return undefined
}

function live(keys: Keys, owner: string): OwnerKey {
  const found = keys.owners.find(mine, owner)
  if (!found || found === 'erased') throw new Error(`no key for ${owner}`)
  return found
}

const secretOf = ({ key }: OwnerKey): Buffer => key.export()
const ownersFile = (): string => join(dir, 'owners.keys')
const bitFlipped = (bytes: Buffer, bit: number): Buffer => {
  const out = Buffer.from(bytes)
  out[bit >> 3] = (out[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return out
}

describe('the folder', () => {
  test('lies where the environment says, else in the data folder', () => {
    expect(keyFolder('/data', {})).toBe(join('/data', 'keys'))
    expect(keyFolder('/data', { PITLAMP_KEYS: '/keys' })).toBe('/keys')
  })

  test('is closed to others, and so is every file', () => {
    open()
    openSigningKey(dir, 'a')
    expect(fs.statSync(dir).mode & 0o777).toBe(0o700)
    const files = fs.readdirSync(dir)
    expect(files.sort()).toEqual(['field-1.key', 'log-a.pub', 'log-a.seed', 'lookup.key', 'owners.keys'])
    for (const file of files) expect(fs.statSync(join(dir, file)).mode & 0o777, file).toBe(0o600)
  })

  test.each(['', 'field-1.key', 'lookup.key', 'owners.keys'])('refuses when others may read %j', (name) => {
    open()
    fs.chmodSync(join(dir, name), name ? 0o640 : 0o750)
    expect(faultOf(open)).toBe('keys-open-to-others')
  })

  test.each(['field-1.key', 'lookup.key'])('every flipped bit of %s is found', (name) => {
    open()
    const bytes = fs.readFileSync(join(dir, name))
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      fs.writeFileSync(join(dir, name), bitFlipped(bytes, bit))
      expect(faultOf(open), `bit ${bit}`).toBe('keys-corrupt')
    }
  })

  test.each(['field-1.key', 'lookup.key', 'owners.keys'])('an empty %s is found', (name) => {
    open()
    fs.truncateSync(join(dir, name), 0)
    expect(faultOf(open)).toBe('keys-corrupt')
  })
})

describe('sealed values', () => {
  test('open again, after a restart too, and look different each time', () => {
    const sealed = open().field.seal('person.id_number:1', '110101199003070000')
    expect(open().field.open('person.id_number:1', sealed)).toBe('110101199003070000')
    expect(open().field.seal('person.id_number:1', '110101199003070000')).not.toEqual(sealed)
    expect(sealed.includes('110101')).toBe(false)
  })

  test('stay shut in another place, and with any bit flipped', () => {
    const { field } = open()
    const sealed = field.seal('a:1', '')
    expect(field.open('a:1', sealed)).toBe('')
    expect(faultOf(() => field.open('a:2', sealed))).toBe('seal-broken')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const code = bit < 8 ? 'key-unknown' : 'seal-broken'
      expect(
        faultOf(() => field.open('a:1', bitFlipped(sealed, bit))),
        `bit ${bit}`,
      ).toBe(code)
    }
    expect(faultOf(() => field.open('a:1', Buffer.alloc(0)))).toBe('key-unknown')
  })

  test('open with an older key when a newer one seals', () => {
    const old = open().field.seal('a', 'x')
    const other = join(dir, '..', 'other')
    openKeys(other).close()
    fs.copyFileSync(join(other, 'field-1.key'), join(dir, 'field-2.key'))
    fs.chmodSync(join(dir, 'field-2.key'), 0o600)
    const { field } = open()
    expect(field.open('a', old)).toBe('x')
    expect(field.seal('a', 'x')[0]).toBe(2)
  })

  test('are looked up by a keyed hash', () => {
    const { field } = open()
    expect(open().field.lookup('a', 'x')).toEqual(field.lookup('a', 'x'))
    expect(field.lookup('a', 'y')).not.toEqual(field.lookup('a', 'x'))
    expect(field.lookup('b', 'x')).not.toEqual(field.lookup('a', 'x'))
    expect(field.lookup('a', 'x')).not.toEqual(createHmac('sha256', '').update('["a","x"]').digest())
  })
})

test('AES-256-GCM opens with its key and context only', () => {
  const [key, context] = [createSecretKey(Buffer.alloc(32, 1)), Buffer.from('c')]
  const sealed = seal(key, Buffer.from('plain'), context)
  expect(unseal(key, sealed, context)?.toString()).toBe('plain')
  expect(unseal(createSecretKey(Buffer.alloc(32, 2)), sealed, context)).toBeUndefined()
  expect(unseal(key, sealed, Buffer.from('d'))).toBeUndefined()
  expect(unseal(key, sealed.subarray(0, 27), context)).toBeUndefined()
})

describe("owners' keys", () => {
  test('are made once and are still there after a restart', async () => {
    const keys = open()
    const [a, b] = [randomUUID(), randomUUID()]
    expect(keys.owners.find(mine, a)).toBeUndefined()
    await keys.owners.hold(mine, [a, b, a])
    const made = live(keys, a)
    await keys.owners.hold(mine, [a, b])
    expect(live(keys, a)).toEqual(made)
    expect(live(open(), a)).toEqual(made)
    expect(live(keys, b)).not.toEqual(made)
    expect(secretOf(made)).not.toEqual(Buffer.from(made.salt))
    expect(fs.statSync(ownersFile()).size).toBe(3 * RECORD)
  })

  test('are apart for each mine', async () => {
    const keys = open()
    const [a, other] = [randomUUID(), randomUUID()]
    await keys.owners.hold(mine, [a])
    expect(keys.owners.find(other, a)).toBeUndefined()
    await keys.owners.hold(other, [a])
    expect(keys.owners.find(other, a)).not.toEqual(live(keys, a))
  })

  test('made by two at once: the first counts, both find it', async () => {
    const [one, two] = [open(), open()]
    const ids = Array.from({ length: 50 }, () => randomUUID())
    await Promise.all([
      ...ids.map((id) => one.owners.hold(mine, [id])),
      ...ids.map((id) => two.owners.hold(mine, [id])),
    ])
    for (const id of ids) expect(live(one, id)).toEqual(live(two, id))
  })

  test('a name that is no UUID is a bug', async () =>
    await expect(open().owners.hold(mine, ['someone'])).rejects.toThrow('not a UUID'))

  test('several processes make and erase them at once', async () => {
    const ids = Array.from({ length: 60 }, () => randomUUID())
    const code = `
      import { openKeys } from ${JSON.stringify(new URL('./keys.ts', import.meta.url).href)}
      const { owners } = openKeys(${JSON.stringify(dir)})
      const ids = ${JSON.stringify(ids)}
      for (const id of ids) await owners.hold(${JSON.stringify(mine)}, [id])
      await owners.erase(${JSON.stringify(mine)}, ids.slice(0, 5))
      console.log(JSON.stringify(ids.map((id) => owners.find(${JSON.stringify(mine)}, id).salt?.toString('hex') ?? 'erased')))`
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', code])
    open()
    const said = await Promise.all([run(), run(), run()])
    const keys = open()
    const shown = ids
      .map((id) => keys.owners.find(mine, id))
      .map((found) => {
        return found && found !== 'erased' ? Buffer.from(found.salt).toString('hex') : found
      })
    const expected = JSON.stringify(shown)
    expect(ids.map((id) => keys.owners.find(mine, id) === 'erased').indexOf(false)).toBe(5)
    for (const { stdout } of said) expect(stdout.trim()).toBe(expected)
  })

  test.each([1, 64, 127])('%i bytes of a torn record are skipped and written past', async (torn) => {
    const keys = open()
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()]
    await keys.owners.hold(mine, [a, b])
    fs.truncateSync(ownersFile(), 2 * RECORD + torn)
    const after = open()
    expect(live(after, a)).toEqual(live(keys, a))
    expect(after.owners.find(mine, b)).toBeUndefined()
    await after.owners.hold(mine, [b, c])
    expect(live(open(), b)).toEqual(live(after, b))
    expect(live(open(), c)).toEqual(live(after, c))
  })

  test('zeros that the disk never filled are skipped', async () => {
    const keys = open()
    const [a, b] = [randomUUID(), randomUUID()]
    await keys.owners.hold(mine, [a])
    fs.truncateSync(ownersFile(), 2 * RECORD + 5000)
    const after = open()
    await after.owners.hold(mine, [b])
    expect(live(open(), a)).toEqual(live(keys, a))
    expect(live(open(), b)).toEqual(live(after, b))
  })

  test('every flipped bit is found', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    await open().owners.hold(mine, ids)
    const bytes = fs.readFileSync(ownersFile())
    for (let bit = 0; bit < bytes.length * 8; bit += 5) {
      fs.writeFileSync(ownersFile(), bitFlipped(bytes, bit))
      expect(faultOf(open), `bit ${bit}`).toBe('keys-corrupt')
    }
  })

  test('erased ones are gone from the disk, for every process, for ever', async () => {
    const [keys, other] = [open(), open()]
    const [a, b, never] = [randomUUID(), randomUUID(), randomUUID()]
    await keys.owners.hold(mine, [a, b])
    other.owners.refresh()
    const [keyBytes, saltBytes] = [secretOf(live(other, a)), Buffer.from(live(other, a).salt)]
    await keys.owners.erase(mine, [a, never])
    expect(keys.owners.find(mine, a)).toBe('erased')
    other.owners.refresh()
    expect(other.owners.find(mine, a)).toBe('erased')
    expect(other.owners.find(mine, never)).toBe('erased')
    expect(live(other, b)).toEqual(live(keys, b))
    const onDisk = fs.readFileSync(ownersFile())
    expect(onDisk.includes(keyBytes)).toBe(false)
    expect(onDisk.includes(saltBytes)).toBe(false)
    await open().owners.hold(mine, [a])
    expect(open().owners.find(mine, a)).toBe('erased')
  })

  test('one written twice by two processes is erased in both places', async () => {
    const keys = open()
    const a = randomUUID()
    await keys.owners.hold(mine, [a])
    const record = fs.readFileSync(ownersFile()).subarray(RECORD)
    fs.appendFileSync(ownersFile(), record)
    await keys.owners.erase(mine, [a])
    expect(fs.readFileSync(ownersFile()).includes(record.subarray(40, 72))).toBe(false)
    expect(fs.readFileSync(ownersFile()).length).toBe(3 * RECORD)
    expect(open().owners.find(mine, a)).toBe('erased')
  })
})
