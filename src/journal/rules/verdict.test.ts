import { expect, test } from 'vitest'
import { type Content, contentRefused, isAlarm, judge } from './verdict.ts'

const good = [{ good: true }, { good: true }]
const bad = [{ good: true }, { good: false }]

const field = (name: string, isGood: boolean) => ({ name, value: '1', salt: '', good: isGood })
const opened = (change: Partial<Extract<Content, { state: 'opened' }>> = {}): Content => ({
  ...{ state: 'opened', fields: [field('present', true)], withheld: [], missing: [] },
  ...change,
})

test.each([
  ['seal and content as sealed', good, opened(), 'agrees', false],
  [
    'with sensitive fields that were not fetched',
    good,
    opened({ withheld: ['phone'] }),
    'agreesInPart',
    false,
  ],
  ['one field that was changed', good, opened({ fields: [field('present', false)] }), 'contentBad', true],
  ['a sealed field that is not there', good, opened({ missing: ['present'] }), 'contentBad', true],
  ['a seal that does not hold, whatever the content', bad, opened(), 'sealBad', true],
  ['an earlier revision: only its seal', good, { state: 'earlier' } as const, 'earlier', false],
  ['content that is not for this reader', good, { state: 'closed' } as const, 'closed', false],
])('%s', (_, steps, content, verdict, alarms) => {
  expect(judge(steps, content)).toBe(verdict)
  expect(isAlarm(judge(steps, content))).toBe(alarms)
})

test.each([
  ['a record that is gone without a notice of erasure alarms', 'record-gone', 'gone', true],
  ['so does one the journal has no entry of any more', 'no-such-record', 'gone', true],
  ['and one whose key is gone without a notice', 'erased-without-notice', 'unnoticed', true],
  ['and one whose entry was changed', 'seal-broken', 'broken', true],
  ['one that was erased under a notice does not', 'erased', 'erased', false],
  ['nor one that is not opened', 'not-opened', 'closed', false],
])('%s', (_, code, verdict, alarms) => {
  const content = contentRefused(code)
  if (!content) throw new Error('no content')
  expect(judge(good, content)).toBe(verdict)
  expect(isAlarm(judge(good, content))).toBe(alarms)
})

test('trouble on the line says nothing of the record', () => {
  expect(contentRefused('offline')).toBeUndefined()
})
