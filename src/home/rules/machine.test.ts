import { expect, test } from 'vitest'
import {
  type Checked,
  checkClock,
  checkDaily,
  checkDatabase,
  checkDisk,
  checkJournal,
  checkKeys,
  checkNode,
} from './machine.ts'

const now = new Date('2026-10-08T02:00:00Z')
const after = (ms: number): Date => new Date(now.getTime() + ms)
const journal = { size: 9, leaves: 9, refused: null, signed: 9, pending: 0, oldest: null, now }

test.each<[string, Checked, Checked['state']]>([
  ['Node.js 24 is new enough', checkNode('24.0.0'), 'good'],
  ['Node.js 23 is not', checkNode('23.11.1'), 'bad'],
  ['PostgreSQL 15 is new enough', checkDatabase({ version: '15.0', number: 150_000 }), 'good'],
  ['PostgreSQL 14 is not', checkDatabase({ version: '14.9', number: 140_009 }), 'bad'],
  ['half a gigabyte is enough room', checkDisk(500_000_000), 'good'],
  ['a byte less is not', checkDisk(499_999_999), 'mind'],
  ['keys nobody else can enter are well', checkKeys({ folder: '/k', found: 'closed' }), 'good'],
  ['keys others can enter are not', checkKeys({ folder: '/k', found: 'open' }), 'mind'],
  ['without keys nothing encrypted is read', checkKeys({ folder: '/k', found: 'missing' }), 'bad'],
  ['two seconds apart is near enough', checkClock({ skewMs: 2000, now, last: now }), 'good'],
  ['more is not', checkClock({ skewMs: 2001, now, last: null }), 'mind'],
  [
    'a leaf from the future: the clock was set back',
    checkClock({ skewMs: 0, now, last: after(2001) }),
    'bad',
  ],
  ['a leaf of this second is none', checkClock({ skewMs: 0, now, last: after(2000) }), 'good'],
  ['before the first day there is nothing to send', checkDaily([]), 'good'],
  ['a day that was kept and sent', checkDaily([{ day: '2026-10-08', failure: null }]), 'good'],
  ['a letter nobody took', checkDaily([{ day: '2026-10-08', failure: 'no line' }]), 'mind'],
  ['all leaves signed', checkJournal(journal), 'good'],
  ['a leaf not signed', checkJournal({ ...journal, signed: 8 }), 'mind'],
  ['an entry may wait a minute', checkJournal({ ...journal, pending: 1, oldest: after(-60_000) }), 'good'],
  ['a leaf that is gone', checkJournal({ ...journal, leaves: 8 }), 'bad'],
  ['a signer that refuses what it finds', checkJournal({ ...journal, refused: 'leaf-changed 3' }), 'bad'],
  ['one that waits for the clock', checkJournal({ ...journal, refused: 'clock-stepped' }), 'good'],
  ['and no longer', checkJournal({ ...journal, pending: 1, oldest: after(-60_001) }), 'mind'],
])('%s', (_, checked, state) => expect(checked.state).toBe(state))
