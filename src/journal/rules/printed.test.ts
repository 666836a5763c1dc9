import { describe, expect, test } from 'vitest'
import { makeTestLog, someLeaves } from '../store/test/log.ts'
import { findNotes, readPrinted, standsTo } from './printed.ts'

const ORIGIN = 'branch.example/journal/v1'
const log = makeTestLog(ORIGIN, new Uint8Array(32).fill(7), someLeaves(9))
const other = makeTestLog(ORIGIN, new Uint8Array(32).fill(8), someLeaves(9))
const { publicKey } = log.signer
const note = log.noteAt(5)
const COSIGNED = `${'XwqM6wAAAABrAmjA'.repeat(6)}BQ==`

test.each([
  ['as it was printed', note],
  ['without its last line break', note.trimEnd()],
  ['with the line breaks of Windows', note.replaceAll('\n', '\r\n')],
  ['on one line', note.replace(/\n+/g, ' ')],
  ['with a blank line after each line, as chats paste', `\uFEFF  ${note.replaceAll('\n', '\n\n')}`],
  ['with two hyphens for the dash', note.replaceAll('—', '--')],
  ['with what the scanner says before it', `扫描结果：\n${note}`],
])('a scanned note is read %s', (_, scanned) => {
  expect(findNotes(scanned).notes).toEqual([note])
  expect(readPrinted(scanned, publicKey)).toMatchObject({ origin: ORIGIN, size: 5 })
})

test('the lines of witnesses below the log’s do no harm', () => {
  const witnessed = `${note}— witness.example/phone1 ${COSIGNED}\n— second.example ${COSIGNED}\n`
  expect(findNotes(witnessed)).toEqual({ notes: [witnessed], strays: [] })
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
  ['two came at once', note + log.noteAt(6), 'not-a-checkpoint'],
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

describe('in a file of what somebody kept', () => {
  const kept = [note, `${log.noteAt(6)}— witness.example ${COSIGNED}\n`, log.noteAt(7)]

  test.each([
    ['one right after the other', kept.join(''), []],
    ['with a line between them', kept.join('\n'), []],
    ['with the line breaks of Windows', kept.join('\n').replaceAll('\n', '\r\n'), []],
    ['all on one line', kept.join('').replace(/\n+/g, ' '), []],
    ['with a note of one’s own between two', `${kept[0]}\n3月抄自印件\n办公室\n\n${kept[1]}${kept[2]}`, [7]],
    ['with one’s name, and what is left of a cut one, at the end', `${kept.join('')}-- \n王某\n`, [17]],
  ])('the checkpoints are read %s, and where other text begins', (_, text, strays) =>
    expect(findNotes(text)).toEqual({ notes: kept, strays }),
  )

  test.each([
    ['nothing', '', []],
    ['a greeting', 'hello\n', [1]],
    ['a page that was not found', '<html>\n<title>404</title>\n</html>\n', [1]],
    ['a checkpoint without its signature', note.slice(0, note.indexOf('—')), [1]],
    ['a checkpoint whose root was cut', note.replace(/=\n\n/, '\n\n'), [1]],
  ])('%s is no checkpoint', (_, text, strays) => expect(findNotes(text)).toEqual({ notes: [], strays }))
})
