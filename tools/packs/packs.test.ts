import { expect, test } from 'vitest'
import { verifyPack } from '../../src/evidence/store/verify-pack.ts'
import { PACK_CODES } from '../../src/journal/rules/pack/finding.ts'
import { listPacks, WAYS_COUNT } from './list.ts'

/** Hundreds of packs are signed and checked here: what the machine does besides must not decide. */
const LONG_MS = 600_000

const firstCode = async (file: Uint8Array): Promise<string | undefined> =>
  (await verifyPack(file)).findings[0]?.code

test('good packs of every shape are good', { timeout: LONG_MS }, async () => {
  for (const { name, file } of listPacks(1, { good: 7, bad: 0 }))
    expect(await verifyPack(file), name).toMatchObject({ findings: [] })
})

test('a pack spoiled in any way is told from a good one, by the first check that must fail', {
  timeout: LONG_MS,
}, async () => {
  const seen = new Map<string, number>()
  for (const { name, file, codes } of listPacks(2, { good: 0, bad: WAYS_COUNT })) {
    expect(await firstCode(file), name).toBe(codes[0])
    seen.set(codes[0] ?? '', (seen.get(codes[0] ?? '') ?? 0) + 1)
  }
  expect([...seen.keys()].sort()).toEqual([...PACK_CODES].sort())
  expect(Math.min(...seen.values())).toBeGreaterThanOrEqual(3)
})
