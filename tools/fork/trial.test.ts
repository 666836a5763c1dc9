import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, jcs } from '../../src/journal/rules/jcs.ts'
import { SIGNATURE_TYPES } from '../../src/journal/rules/note.ts'
import { signingKeyOf } from '../../src/kit/keys/signing.ts'
import { seeded } from '../seeded.ts'
import { hold, type LogKey } from './tree.ts'
import { forge, remember, rewriteOnce, splitOnce, type Tally, type Trial, watch } from './trial.ts'

const key = signingKeyOf(new Uint8Array(32).fill(4))
const log: LogKey = {
  signer: { name: 'mine.example/log', type: SIGNATURE_TYPES.ed25519, publicKey: key.publicKey },
  sign: key.sign,
}
const entry = (at: number): Record<string, Json> => ({
  ...{ v: 1, subject: `record ${at % 40}`, actor: String(at) },
  ...{ prev: null, received: `2026-10-08T02:00:00.${String(at).padStart(6, '0')}Z` },
})
const leaves = Array.from({ length: 200 }, (_, at) => Buffer.from(jcs(entry(at))))
const empty = (): Tally => ({ rewrites: 0, witnesses: 0, phones: 0, attempts: 0, unconcerned: 0, faults: [] })

let dir: string
let trial: Trial
beforeAll(() => {
  dir = fs.mkdtempSync(join(os.tmpdir(), 'fork-'))
  const honest = hold(leaves, log)
  const watchers = [60, 200].map((size) =>
    watch(join(dir, String(size)), log, { held: honest, sizes: [20, size] }),
  )
  trial = { leaves, log, honest, watchers, phones: [1, 60, 137, 200].map((size) => remember(honest, size)) }
})
afterAll(() => fs.rmSync(dir, { recursive: true }))

test('20 rewritten logs: every older witness and phone refuses and alarms, nobody else does', () => {
  const [tally, random] = [empty(), seeded(11)]
  for (let round = 0; round < 20; round++) rewriteOnce(trial, random, tally)
  expect(tally.faults).toEqual([])
  expect(tally).toMatchObject({ rewrites: 20 })
  expect(tally.witnesses).toBeGreaterThan(15)
  expect(tally.phones).toBeGreaterThan(20)
  expect(tally.unconcerned).toBeGreaterThan(10)
})

test('whoever saw only the rewritten log believes it, and the trial says so', () => {
  const tally = empty()
  const { at, forged } = forge(trial, seeded(3))
  const phones = [remember(forged, at + 2)]
  rewriteOnce({ ...trial, watchers: [], phones }, seeded(3), tally)
  expect(tally.faults.length).toBeGreaterThan(0)
})

test('three split views are found by both halves at the next exchange', async () => {
  const random = seeded(5)
  for (let round = 0; round < 3; round++) expect(await splitOnce(trial, random)).toBe('found')
})
