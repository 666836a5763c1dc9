import { expect, test } from 'vitest'
import { recordOf, recordWords } from '../home/words/journal.ts'
import { entryWords } from '../journal/words/pages.ts'
import { actions } from './actions.ts'
import { records } from './records.ts'

/** What changes no record: sessions, drafts of a second factor, and workbooks that are not in yet. */
const UNSEALED = [
  'access.signIn',
  'access.signOut',
  'access.startTotp',
  'ledger.preview',
  'ledger.cancel',
  'people.previewShiftRoster',
]

test('every action that leaves an entry says what was done', () => {
  const writes = actions.map(({ contract }) => contract).filter(({ kind }) => kind === 'write')
  const silent = writes
    .map(({ name }) => name)
    .filter((name) => !entryWords[name] && !UNSEALED.includes(name))
  expect(silent).toEqual([])
})

test.each(['zh', 'en'] as const)(
  'each action is told from every other by what it is done on and how it is said (%s)',
  (now) => {
    const names = Object.entries(entryWords).map(
      ([kind, said]) => `${recordOf(kind)?.[now] ?? ''} ${said[now]}`,
    )
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  },
)

test('what is done to a plan, a target or a finding says to what', () => {
  for (const kind of [
    'study.changePlanRow',
    'study.cancelPlanRow',
    'evidence.withdrawFinding',
    'assessment.addTarget',
  ])
    expect(recordOf(kind), kind).toBeDefined()
})

test('every kind of record is called something', () => {
  expect(records.map(({ table }) => table).filter((table) => !recordWords[table])).toEqual([])
})
