import { expect, test } from 'vitest'
import { findCrossFaults, type Ledger, type LedgerRow, NOTHING_ON_RECORD, type OnRecord } from './rules.ts'

type Short = [ledger: Ledger, own: string, draft?: Record<string, string | null>, refused?: 'refused']

const KEY_FIELDS: Partial<Record<Ledger, string>> = {
  org: 'code',
  roster: 'no',
  meetings: 'no',
  study: 'orgCode',
}

const rowOf = ([ledger, own, draft = {}, refused]: Short): LedgerRow => {
  const keyField = KEY_FIELDS[ledger] ?? 'no'
  return { ledger, key: own, keyField, draft: { [keyField]: own, ...draft }, refused: refused === 'refused' }
}

/** Faults as `place in the list: field code`. */
function faultsOf(short: readonly Short[], onRecord: OnRecord = NOTHING_ON_RECORD): string[] {
  const rows = short.map(rowOf)
  const told = findCrossFaults(rows, onRecord).map(
    ({ row, field, code }) => `${rows.indexOf(row)}: ${field} ${code}`,
  )
  return told.toSorted()
}

const under = (parentCode: string | null): Record<string, string | null> => ({ parentCode })
const inOrg = (orgCode: string): Record<string, string> => ({ orgCode })

test.each<[string, Short[], string[]]>([
  [
    'a veto down to a grade of A4.3',
    [['scheme', '1', { rule: 'veto', parameters: 't=1; ceiling=一般' }]],
    [],
  ],
  [
    'a veto down to what is no grade would lower nothing',
    [['scheme', '1', { rule: 'veto', parameters: 't=1; ceiling=不合格' }]],
    ['0: parameters unreadable'],
  ],
  [
    'grades of its own are the only ones',
    [
      ['scheme', '1', { rule: 'veto', parameters: 't=1; ceiling=不合格' }],
      ['scheme', '2', { rule: 'veto', parameters: 't=1; ceiling=一般' }],
      ['grades', '合格', { grade: '合格' }],
      ['grades', '不合格', { grade: '不 合格' }],
    ],
    ['1: parameters unreadable'],
  ],
  [
    'a grade that was refused is none',
    [
      ['scheme', '1', { rule: 'veto', parameters: 't=1; ceiling=不合格' }],
      ['grades', '不合格', { grade: '不合格' }, 'refused'],
    ],
    ['0: parameters unreadable'],
  ],
  [
    'the word ceiling in another rule is told by the row itself',
    [['scheme', '1', { rule: 'each', parameters: 't=1; ceiling=不合格' }]],
    [],
  ],
  [
    'a sound tree',
    [
      ['org', 'A'],
      ['org', 'B', under('A')],
      ['roster', '1', inOrg('B')],
    ],
    [],
  ],
  [
    'a parent further down',
    [
      ['org', 'B', under('A')],
      ['org', 'A', under(null)],
    ],
    [],
  ],
  ['a parent that no sheet has', [['org', 'B', under('X')]], ['0: parentCode unknown-ref']],
  ['its own parent', [['org', 'A', under('A')]], ['0: parentCode cycle']],
  [
    'a ring of two, and one that hangs on it',
    [
      ['org', 'A', under('B')],
      ['org', 'B', under('A')],
      ['org', 'C', under('A')],
      ['roster', '1', inOrg('C')],
    ],
    ['0: parentCode cycle', '1: parentCode cycle', '2: parentCode unknown-ref', '3: orgCode unknown-ref'],
  ],
  [
    'a ring counts before a refused row in it',
    [
      ['org', 'A', under('B')],
      ['org', 'B', under('A'), 'refused'],
    ],
    ['0: parentCode cycle', '1: parentCode cycle'],
  ],
  [
    'a repeated key; the first row stands and can be named',
    [
      ['org', 'A'],
      ['org', 'A'],
      ['roster', '1', inOrg('A')],
    ],
    ['1: code duplicate'],
  ],
  [
    'a repeated key of a refused row; nobody can name it',
    [
      ['org', 'A', {}, 'refused'],
      ['org', 'A'],
      ['roster', '1', inOrg('A')],
    ],
    ['1: code duplicate', '2: orgCode unknown-ref'],
  ],
  [
    'the same key in two ledgers',
    [
      ['org', '1'],
      ['roster', '1', inOrg('1')],
    ],
    [],
  ],
  [
    'a refusal that goes down four floors',
    [
      ['org', 'A', {}, 'refused'],
      ['org', 'B', under('A')],
      ['meetings', 'M', inOrg('B')],
      ['org', 'C'],
      ['study', 'C', { meetingNo: 'M' }],
    ],
    ['1: parentCode unknown-ref', '2: orgCode unknown-ref', '4: meetingNo unknown-ref'],
  ],
  [
    'a refused person’s payments and case',
    [
      ['roster', '1', inOrg('X')],
      ['dues', 'k', { personNo: '1' }],
      ['joining', '1', { personNo: '1' }],
    ],
    ['0: orgCode unknown-ref', '1: personNo unknown-ref', '2: personNo unknown-ref'],
  ],
  [
    'an empty reference',
    [
      ['org', 'C'],
      ['study', 'C', { meetingNo: null }],
    ],
    [],
  ],
  [
    'a person is no organisation',
    [
      ['org', 'A'],
      ['roster', '1', inOrg('A')],
      ['targets', 't', inOrg('1')],
    ],
    ['2: orgCode unknown-ref'],
  ],
])('%s', (_, rows, faults) => expect(faultsOf(rows)).toEqual(faults))

const onRecord: OnRecord = {
  org: new Map([
    ['A', null],
    ['B', 'A'],
  ]),
  roster: new Set(['1']),
  meetings: new Set(['M']),
}

test.each<[string, Short[], string[]]>([
  [
    'what is on record can be named',
    [
      ['study', 'B', { meetingNo: 'M' }],
      ['dues', 'k', { personNo: '1' }],
    ],
    [],
  ],
  [
    'also when its row here is refused',
    [
      ['roster', '1', inOrg('X'), 'refused'],
      ['dues', 'k', { personNo: '1' }],
    ],
    ['0: orgCode unknown-ref'],
  ],
  ['a row like one on record is no repetition', [['org', 'A']], []],
  ['a ring through the record', [['org', 'A', under('B')]], ['0: parentCode cycle']],
  [
    'an empty parent leaves the one on record',
    [
      ['org', 'B', under(null)],
      ['org', 'A', under('B')],
    ],
    ['1: parentCode cycle'],
  ],
  [
    'a ring taken apart here',
    [
      ['org', 'B', under('C')],
      ['org', 'C'],
      ['org', 'A', under('B')],
    ],
    [],
  ],
])('%s', (_, rows, faults) => expect(faultsOf(rows, onRecord)).toEqual(faults))

test('a chain of 100,000 organisations in the wrong order, refused at its root, is followed to its end', () => {
  const chain = Array.from({ length: 100_000 }, (_, at): Short => ['org', `${at}`, under(`${at + 1}`)])
  const rows = chain.map(rowOf)
  expect(findCrossFaults(rows, NOTHING_ON_RECORD)).toHaveLength(100_000)
})
