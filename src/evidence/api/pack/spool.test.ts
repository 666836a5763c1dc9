import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spoolInto } from './spool.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pitlamp-spool-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a text of many pieces lies there whole, with its length', async () => {
  const pieces = Array.from({ length: 5_000 }, (_, at) => `${at} 会议记录 ${'x'.repeat(at % 97)}\n`)
  const spooled = await spoolInto(join(folder, 'text'), async (put) => {
    for (const piece of pieces) await put(piece)
  })
  const read: Uint8Array[] = []
  for await (const bytes of spooled.read()) read.push(bytes)
  const text = inflateRawSync(Buffer.concat(read)).toString()
  expect(text).toBe(pieces.join(''))
  expect(spooled.size).toBe(Buffer.byteLength(text))
})

test('a file that cannot be written fails whoever writes it, and nothing else', async () => {
  const endless = spoolInto(join(folder, 'no-such-folder', 'text'), async (put) => {
    for (;;) await put('x'.repeat(100_000))
  })
  await expect(endless).rejects.toMatchObject({ code: 'ENOENT' })
  const short = spoolInto(join(folder, 'no-such-folder', 'text'), (put) => put('x'))
  await expect(short).rejects.toMatchObject({ code: 'ENOENT' })
})
