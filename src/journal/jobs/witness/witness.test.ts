import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signingKeyOf } from '../../../kit/keys/signing.ts'
import { isRefused } from '../../../kit/refuse.ts'
import { parseNote, verdictOn } from '../../rules/note.ts'
import { cosignedBy, originName, showSubmission, witnessSigner } from '../../rules/witness.ts'
import { makeTestLog, someLeaves } from '../../store/test/log.ts'
import { type Alarm, openWitness, type Witness } from './witness.ts'

const ORIGIN = 'mine.example/log'
const log = makeTestLog(ORIGIN, new Uint8Array(32).fill(7), someLeaves(60))
const other = makeTestLog('other.example/log', new Uint8Array(32).fill(8), someLeaves(9))
const key = signingKeyOf(new Uint8Array(32).fill(2))
const signer = witnessSigner('office.example/w1', key.publicKey)

let dir: string
let alarms: Alarm[]
let now: Date
beforeEach(() => {
  dir = fs.mkdtempSync(join(os.tmpdir(), 'witness-'))
  alarms = []
  now = new Date('2026-11-23T01:00:00Z')
})
afterEach(() => fs.rmSync(dir, { recursive: true }))

function open(): Witness {
  const alarm = (one: Alarm): void => void alarms.push(one)
  const parts = { dir, signer, sign: key.sign, logs: [log.signer], clock: () => now, alarm }
  const witness = openWitness(parts)
  if (isRefused(witness)) throw new Error(JSON.stringify(witness))
  return witness
}
const memoryFile = (): string => join(dir, 'logs', `${originName(ORIGIN)}.log`)

test('signs the first tree and each that goes on from it, with its own time', () => {
  const witness = open()
  const first = witness.add(log.submit(0, 12))
  expect(first.status).toBe(200)
  expect(cosignedBy(signer, log.noteAt(12), first.body)).toEqual({ line: first.body, timeS: 1_795_395_600 })
  now = new Date('2026-11-23T02:00:00.999Z')
  const next = witness.add(log.submit(12, 60))
  expect(cosignedBy(signer, log.noteAt(60), next.body)?.timeS).toBe(1_795_399_200)
  expect(cosignedBy(signer, log.noteAt(12), next.body)).toBeUndefined()
  expect(alarms).toEqual([])
})

test('what it shows is the log’s note with its own line, the newest and each before', () => {
  const witness = open()
  const first = witness.add(log.submit(0, 12))
  witness.add(log.submit(12, 20))
  const name = originName(ORIGIN)
  expect(witness.find(name, 12)).toBe(log.noteAt(12) + first.body)
  const newest = parseNote(witness.find(name) ?? '')
  if (isRefused(newest)) throw new Error('no note')
  expect(verdictOn(newest, log.signer)?.good).toBe(true)
  expect(verdictOn(newest, signer)?.good).toBe(true)
  expect([witness.find(name, 13), witness.find(originName('x'))]).toEqual([undefined, undefined])
  expect(witness.list()).toEqual([{ origin: ORIGIN, size: 20 }])
})

const { submit, noteAt, proofOf } = log
const changed = (note: string): string => note.replace(/.{8}(.=\n)$/, 'AAAAAAAA$1')
describe('answers by tlog-witness, after signing 12 leaves', () => {
  test.each([
    ['the same tree again', submit(12, 12), 200, undefined],
    ['a larger tree', submit(12, 33), 200, undefined],
    ['no body', '', 400, 'bad-submission\n'],
    ['no empty line', `old 12\n${noteAt(13)}`.replace('\n\n', '\n'), 400, 'bad-submission\n'],
    ['no old size', `\n\n${noteAt(13)}`, 400, 'bad-submission\n'],
    ['an old size with a leading zero', submit(12, 13).replace('old 12', 'old 012'), 400, 'bad-submission\n'],
    ['a step that is no base64', submit(12, 13).replace(/\n./, '\n*'), 400, 'bad-submission\n'],
    ['a short step', `old 12\nAAAA\n\n${noteAt(13)}`, 400, 'bad-submission\n'],
    [
      '64 steps',
      showSubmission({ old: 12, proof: Array(64).fill(new Uint8Array(32)), note: noteAt(13) }),
      400,
      'bad-submission\n',
    ],
    ['a note that is none', 'old 12\n\nhello\n', 400, 'bad-submission\n'],
    [
      'an old size over the new one',
      showSubmission({ old: 13, proof: [], note: noteAt(12) }),
      400,
      'old-too-large\n',
    ],
    ['a log it does not know', other.submit(0, 9), 404, 'unknown-log\n'],
    [
      'a known log’s name under a stranger’s key',
      makeTestLog(ORIGIN, new Uint8Array(32), someLeaves(20)).submit(12, 20),
      403,
      'not-signed\n',
    ],
    ['a broken signature', changed(submit(12, 20)), 403, 'not-signed\n'],
    ['from nothing', submit(0, 20), 409, '12\n'],
    ['from another size', submit(11, 20), 409, '12\n'],
    ['a smaller tree', submit(3, 7), 409, '12\n'],
    [
      'a proof for another size',
      showSubmission({ old: 12, proof: proofOf(11, 20), note: noteAt(20) }),
      422,
      'unproven\n',
    ],
    ['no proof', showSubmission({ old: 12, proof: [], note: noteAt(20) }), 422, 'unproven\n'],
    [
      'a proof where none is needed',
      showSubmission({ old: 12, proof: proofOf(11, 12), note: noteAt(12) }),
      422,
      'unproven\n',
    ],
    ['another tree of the same size', log.rewrite(3, Buffer.from('other')).submit(12, 12), 409, '12\n'],
    ['a tree with another beginning', log.rewrite(3, Buffer.from('other')).submit(12, 20), 422, 'unproven\n'],
  ])('%s', (_, body, status, told) => {
    const witness = open()
    witness.add(submit(0, 12))
    const answer = witness.add(body)
    expect(answer.status).toBe(status)
    if (told !== undefined) expect(answer.body).toBe(told)
    expect(answer.type).toBe(status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8')
    if (status !== 200) expect(witness.list()[0]?.size).toBe(12)
  })
})

test('extension lines of other logs are signed with the rest', () => {
  const witness = open()
  const text = noteAt(4).split('\n\n')[0]
  const signature = Buffer.concat([
    Buffer.from(log.vkey.split('+')[1] ?? '', 'hex'),
    signingKeyOf(new Uint8Array(32).fill(7)).sign(Buffer.from(`${text}\nmore\n`)),
  ])
  const answer = witness.add(`old 0\n\n${text}\nmore\n\n— ${ORIGIN} ${signature.toString('base64')}\n`)
  expect(answer.status).toBe(200)
})

test('a rewritten log raises an alarm, once for each piece of evidence, and both notes are kept', () => {
  const witness = open()
  witness.add(submit(0, 12))
  const forged = log.rewrite(3, Buffer.from('other'))
  witness.add(forged.submit(12, 12))
  witness.add(forged.submit(12, 12))
  witness.add(forged.submit(12, 20))
  expect(alarms.map(({ why }) => why)).toEqual(['forked', 'forked', 'unproven'])
  expect(alarms[1]?.file).toBeUndefined()
  expect(witness.countAlarms()).toBe(2)
  const evidence = fs.readFileSync(alarms[0]?.file ?? '', 'utf8')
  expect(evidence).toContain(forged.noteAt(12))
  expect(evidence).toContain(noteAt(12))
  expect(open().countAlarms()).toBe(2)
})

test('a tree that was signed long ago is still remembered', () => {
  const witness = open()
  for (const [from, to] of [
    [0, 5],
    [5, 12],
    [12, 40],
  ] as const)
    witness.add(submit(from, to))
  expect(witness.add(log.rewrite(1, Buffer.from('other')).submit(5, 5))).toMatchObject({
    status: 409,
    body: '40\n',
  })
  expect(alarms.map(({ why }) => why)).toEqual(['forked'])
})

test('remembers after it is started anew, and drops only what was never answered', () => {
  open().add(submit(0, 12))
  fs.appendFileSync(memoryFile(), 'half a li')
  const again = open()
  expect(again.add(submit(0, 20)).body).toBe('12\n')
  expect(again.add(submit(12, 20)).status).toBe(200)
  expect(open().list()).toEqual([{ origin: ORIGIN, size: 20 }])
})

test.each([
  ['one letter of a note', (text: string) => text.replace('12', '13')],
  ['lines in another order', (text: string) => `${text.split('\n').toReversed().join('\n').trimStart()}\n`],
])('does not start on a memory with %s changed', (_, change) => {
  const witness = open()
  witness.add(submit(0, 12))
  witness.add(submit(12, 20))
  fs.writeFileSync(memoryFile(), change(fs.readFileSync(memoryFile(), 'utf8')))
  expect(open).toThrow('witness-damaged')
})

test('two on one folder do not both sign', () => {
  const [one, two] = [open(), open()]
  one.add(submit(0, 12))
  expect(() => two.add(log.rewrite(1, Buffer.from('other')).submit(0, 20))).toThrow('somebody else')
})
