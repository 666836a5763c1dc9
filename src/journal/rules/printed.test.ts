import { expect, test } from 'vitest'
import { makeTestLog, someLeaves } from '../store/test/log.ts'
import { readPrinted, standsTo, tidyNote } from './printed.ts'

const ORIGIN = 'branch.example/journal/v1'
const log = makeTestLog(ORIGIN, new Uint8Array(32).fill(7), someLeaves(9))
const other = makeTestLog(ORIGIN, new Uint8Array(32).fill(8), someLeaves(9))
const { publicKey } = log.signer
const note = log.noteAt(5)

test.each([
  ['as it was printed', note],
  ['without its last line break', note.trimEnd()],
  ['with the line breaks of Windows', note.replaceAll('\n', '\r\n')],
  ['on one line', note.replace(/\n+/g, ' ')],
  ['with a blank line after each line, as chats paste', `\uFEFF  ${note.replaceAll('\n', '\n\n')}`],
])('a scanned note is read %s', (_, scanned) => {
  expect(tidyNote(scanned)).toBe(note)
  expect(readPrinted(scanned, publicKey)).toMatchObject({ origin: ORIGIN, size: 5 })
})

test('the lines of witnesses below the log’s do no harm', () => {
  const witnessed = `${note}— witness.example/phone1 XwqM6wAAAABrAmjA\n— second.example XwqM6wAAAABrAmjA\n`
  expect(tidyNote(witnessed)).toBe(witnessed)
  expect(readPrinted(witnessed, publicKey)).toMatchObject({ size: 5 })
})

test.each([
  ['another key signed it', other.noteAt(5), 'not-signed'],
  ['its size was changed', note.replace('\n5\n', '\n6\n'), 'not-signed'],
  ['its name was changed', note.replaceAll(ORIGIN, 'x.example/log'), 'not-signed'],
  ['only a witness signed it', note.replace(`— ${ORIGIN}`, '— witness.example'), 'not-signed'],
  ['it is the address of the record', 'https://pitlamp.example/desk/meetings/1', 'not-a-checkpoint'],
  ['the signature was left out', note.slice(0, note.indexOf('—')), 'not-a-checkpoint'],
  ['the root is cut short', note.replace(/=\n\n/, '\n\n'), 'not-a-checkpoint'],
  ['nothing but spaces came', ' \n ', 'not-a-checkpoint'],
])('what was scanned is no checkpoint of this log when %s', (_, scanned, refused) =>
  expect(readPrinted(scanned, publicKey)).toMatchObject({ refused }),
)

test.each([
  ['the same root in the log that grows', { ended: false, root: new Uint8Array(32).fill(1) }, 'begins'],
  ['the same root in a log that ended', { ended: true, root: new Uint8Array(32).fill(1) }, 'ended'],
  ['another root', { ended: false, root: new Uint8Array(32).fill(2) }, 'log-forked'],
  ['another root in a log that ended', { ended: true, root: new Uint8Array(32).fill(2) }, 'log-forked'],
  ['fewer leaves, or no such log', { ended: false, root: undefined }, 'log-forked'],
] as const)('a signed checkpoint against %s', (_, kept, stands) =>
  expect(standsTo({ origin: ORIGIN, size: 5, root: new Uint8Array(32).fill(1) }, kept)).toBe(stands),
)
