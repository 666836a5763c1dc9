import { expect, test } from 'vitest'
import type { Finding } from '../../src/journal/store/verify/finding.ts'
import type { Flipped } from './flip.ts'
import { areNamed, isNamed } from './named.ts'

const mineId = 'mine-1'
const found = (finding: Omit<Finding, 'mineId' | 'code'>): Finding => ({
  code: 'row-changed',
  mineId,
  ...finding,
})

function flipped(table: string, names: string, column: string, whole = false): Flipped {
  const columns = { name: column, send: 'textsend', nullable: true, zero: Buffer.alloc(0), head: 0 }
  const place = { table, names, whole, columns: [columns], left: [], order: ['id'], rows: 1 }
  return {
    cell: { place, column: columns, at: '', row: '7', bytes: null, whole: '' },
    at: '',
    now: '8',
    how: '',
  }
}
const text = flipped('person', 'id', 'name')

const signed = flipped('journal_former_cosignature', 'size', 'size')

test.each<[string, Flipped, Omit<Finding, 'mineId' | 'code'>, boolean]>([
  [
    'a witness’s line by the size it moved to',
    signed,
    { table: 'journal_former_cosignature', id: 'office.example/w1', idx: 8, column: 'size' },
    true,
  ],
  [
    'and by its row where that is no size that can be told',
    signed,
    { table: 'journal_former_cosignature', id: '8', idx: 99, column: 'size' },
    true,
  ],
  [
    'the line of another size',
    signed,
    { table: 'journal_former_cosignature', id: 'office.example/w1', idx: 9, column: 'size' },
    false,
  ],
  ['table, row and column', text, { table: 'person', id: '7', column: 'name' }, true],
  ['another column', text, { table: 'person', id: '7', column: 'note' }, false],
  ['another row', text, { table: 'person', id: '9', column: 'name' }, false],
  ['another table', text, { table: 'account', id: '7', column: 'name' }, false],
  [
    'a part by its record',
    flipped('attendance', 'meeting_id', 'state', true),
    { table: 'attendance', id: '7', column: 'roll' },
    true,
  ],
  [
    'a part of another record',
    flipped('attendance', 'meeting_id', 'state', true),
    { table: 'attendance', id: '9', column: 'roll' },
    false,
  ],
  [
    'a leaf by its place',
    flipped('journal_leaf', 'idx', 'hash'),
    { table: 'journal_leaf', idx: 7, column: 'hash' },
    true,
  ],
  [
    'a leaf by its place alone',
    flipped('journal_leaf', 'idx', 'hash'),
    { table: 'journal_leaf', idx: 7 },
    false,
  ],
  ['an id by the one it was', flipped('person', 'id', 'id'), { table: 'person', id: '7' }, true],
  ['an id by the one it is', flipped('person', 'id', 'id'), { table: 'person', id: '8' }, true],
  ['an id by neither', flipped('person', 'id', 'id'), { table: 'person', id: '9' }, false],
])('a changed bit and a finding of %s', (_, change, finding, named) =>
  expect(isNamed(change, [found(finding)])).toBe(named),
)

test('rows are named when each of them is', () => {
  const meddled = { table: 'person', what: '', rows: ['7', '8'], undo: async () => undefined }
  const one = found({ table: 'person', id: '7' })
  expect(areNamed(meddled, [one])).toBe(false)
  expect(areNamed(meddled, [one, found({ table: 'journal_leaf', id: '8' })])).toBe(true)
})
