import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { parsePeriod } from '../../kit/period.ts'
import { isRefused } from '../../kit/refuse.ts'
import { cameAfterClosing, closePeriod, openPeriod, type PeriodState, suggestPeriod } from './periods.ts'

const quarter = parsePeriod('2026Q3')
if (!quarter) throw new Error('no such period')
const answer = (told: unknown): unknown => (isRefused(told) ? [told.refused, told.clause] : told)

test.each<[string, PeriodState, unknown]>([
  ['a period not opened yet opens', 'not-opened', 'open'],
  ['an open one does not open again', 'open', ['period-open', 'A5.1']],
  ['a closed one never opens again', 'closed', ['period-closed', 'A5.2']],
])('%s', (_, state, expected) => expect(answer(openPeriod(state))).toEqual(expected))

test.each<[string, PeriodState, string, unknown]>([
  ['closes on the day after its last', 'open', '2026-10-01', 'closed'],
  ['does not close on its last day', 'open', '2026-09-30', ['period-not-over', 'A5.2']],
  ['does not close twice', 'closed', '2026-10-01', ['period-closed', 'A5.2']],
  ['does not close before it was opened', 'not-opened', '2026-10-01', ['no-such-period', 'A5.1']],
])('%s', (_, state, today, expected) =>
  expect(answer(closePeriod(state, quarter, day(today)))).toEqual(expected),
)

const closed = new Date('2026-10-10T08:00:00Z')
test.each([
  ['a record of the moment of closing is in', closed, closed, false],
  ['one after it is late', new Date(closed.getTime() + 1), closed, true],
  ['nothing is late in an open period', new Date(closed.getTime() + 1), undefined, false],
])('%s', (_, recorded, at, late) => expect(cameAfterClosing(recorded, at)).toBe(late))

const known = (name: string, state: PeriodState) => {
  const period = parsePeriod(name)
  if (!period) throw new Error(`no period: ${name}`)
  return { ...period, state }
}
const nothing = { opened: [], latest: undefined, today: day('2026-10-08') }

test.each<[string, Parameters<typeof suggestPeriod>[0], string]>([
  ['with nothing on record, the current quarter', nothing, '2026Q4'],
  [
    'the current quarter when something is on record in it',
    { ...nothing, latest: day('2026-10-01') },
    '2026Q4',
  ],
  ['else the latest with records', { ...nothing, latest: day('2026-09-30') }, '2026Q3'],
  ['an open period that runs', { ...nothing, opened: [known('2026H2', 'open')] }, '2026H2'],
  [
    'of two that run the shorter',
    { ...nothing, opened: [known('2026', 'open'), known('2026Q4', 'open')] },
    '2026Q4',
  ],
  [
    'not a closed one, nor one that is over',
    { ...nothing, opened: [known('2026Q3', 'open'), known('2026H2', 'closed')] },
    '2026Q4',
  ],
])('looked at first: %s', (_, asked, name) => expect(suggestPeriod(asked)).toBe(name))
