import { expect, test } from 'vitest'
import { isRefused } from '../../kit/refuse.ts'
import { makeTestLog, someLeaves } from '../store/test/log.ts'
import { checkMemory, type LogMemory, type MemoryAnswer, showEvidence } from './memory.ts'

const log = makeTestLog('mine.example/log', new Uint8Array(32).fill(7), someLeaves(60))
const forged = log.rewrite(3, Buffer.from('other'))
const stranger = makeTestLog('mine.example/log', new Uint8Array(32).fill(9), someLeaves(60))

function met(size: number): LogMemory {
  const memory = checkMemory(undefined, log.answer(0, size), 1000)
  if (isRefused(memory)) throw new Error(memory.refused)
  return memory
}

test('the first answer is remembered with the key of the log', () => {
  expect(met(12)).toMatchObject({ vkey: log.vkey, size: 12, note: log.noteAt(12), since: 1000, at: 1000 })
})

test.each([
  ['the same tree', 12],
  ['a tree that goes on', 13],
  ['a tree that goes on far', 60],
])('%s is remembered in its place; since when stays', (_, size) => {
  const next = checkMemory(met(12), log.answer(12, size), 2000)
  expect(next).toMatchObject({ size, note: log.noteAt(size), since: 1000, at: 2000 })
})

const at = (from: number, to: number): MemoryAnswer => log.answer(from, to)
test.each<[string, MemoryAnswer, string]>([
  ['leaves are gone', at(12, 11), 'smaller'],
  ['no leaf is left', at(12, 0), 'smaller'],
  ['another tree of the same size', forged.answer(12, 12), 'forked'],
  ['another beginning', forged.answer(12, 60), 'unproven'],
  [
    'another beginning with the proof of the old one',
    { ...forged.answer(12, 60), proof: at(12, 60).proof },
    'unproven',
  ],
  ['a proof from another size', { ...at(12, 60), proof: at(11, 60).proof }, 'unproven'],
  ['no proof', { ...at(12, 60), proof: [] }, 'unproven'],
  ['a proof that is no base64', { ...at(12, 60), proof: ['*'] }, 'unproven'],
  ['another key', stranger.answer(12, 60), 'key-changed'],
  [
    'the known key above a stranger’s signature',
    { ...stranger.answer(12, 60), vkey: log.vkey },
    'not-signed',
  ],
  [
    'a note about more than was signed',
    { ...at(12, 60), note: at(12, 60).note.replace('\n60\n', '\n61\n') },
    'not-signed',
  ],
  ['no note', { ...at(12, 60), note: '' }, 'not-signed'],
])('%s: %#', (_, answer, why) => {
  expect(checkMemory(met(12), answer, 2000)).toMatchObject({ refused: why })
})

test('with nothing remembered an answer must still be signed by its own key', () => {
  expect(checkMemory(undefined, { ...at(0, 12), vkey: stranger.vkey }, 1)).toMatchObject({
    refused: 'not-signed',
  })
})

test('the evidence holds both notes', () => {
  const evidence = showEvidence('forked', met(12), forged.answer(12, 12))
  expect(evidence).toContain(log.noteAt(12))
  expect(evidence).toContain(forged.noteAt(12))
})
