import { expect, test } from 'vitest'
import { day } from '../../../kit/day.ts'
import type { Id } from '../../../kit/id.ts'
import { factsFrom } from '../from-plan.ts'
import {
  blankPlan,
  faultsInPlan,
  onePerShift,
  type Planned,
  planInput,
  type SessionEntry,
  withOneMore,
} from './plan-entry.ts'

const NOW = day('2026-11-23')
const session: SessionEntry = { day: '2026-11-26', starts: '14:30', ends: '', place: '一楼', shift: '' }
const blank = blankPlan({ branch: 'b', org: '', kind: 'themeDay', on: '2026-11-26' })
const entry = { ...blank, subject: '安全月', sessions: [session] }

test('a fresh plan takes what the address says and nothing that is none', () => {
  expect(blank).toMatchObject({ orgId: 'b', kind: 'themeDay', sessions: [{ day: '2026-11-26' }] })
  expect(blankPlan({ branch: 'b', org: 'g', kind: 'party', on: '' })).toMatchObject({ orgId: 'g', kind: '' })
})

test.each<[string, Partial<typeof entry>, string[]]>([
  ['nothing', {}, []],
  ['today', { sessions: [{ ...session, day: NOW }] }, []],
  ['yesterday', { sessions: [{ ...session, day: '2026-11-22' }] }, ['sessions.0.day']],
  ['no day', { sessions: [session, { ...session, day: '' }] }, ['sessions.1.day']],
  ['no beginning', { sessions: [{ ...session, starts: '' }] }, ['sessions.0.starts']],
  ['no time of day', { sessions: [{ ...session, ends: 'late' }] }, ['sessions.0.ends']],
  ['an end before its start', { sessions: [{ ...session, ends: '0:30' }] }, ['sessions.0.ends']],
  ['nothing past midnight', { sessions: [{ ...session, starts: '23:30', ends: '次日0:20' }] }, []],
  ['no kind and no subject', { kind: '', subject: ' ' }, ['kind', 'subject']],
])('wrong: %s', (_, change, paths) => {
  expect(faultsInPlan({ ...entry, ...change }, NOW).map(({ path }) => path)).toEqual(paths)
})

test('times are sent as they are read', () => {
  const { sessions } = planInput({ ...entry, sessions: [{ ...session, starts: '9点05分', ends: '1030' }] })
  expect(sessions).toEqual([{ ...session, starts: '09:05', ends: '10:30' }])
})

test('one sitting for each shift keeps what was typed for one, and the place for the others', () => {
  const night = { ...session, shift: '夜班', starts: '17:00' }
  expect(onePerShift([night], ['早班', '中班', '夜班'])).toEqual([
    { ...night, starts: '', shift: '早班' },
    { ...night, starts: '', shift: '中班' },
    night,
  ])
  expect(withOneMore([night])).toEqual([night, { ...night, shift: '' }])
})

const plan: Planned = {
  ...{ id: 'p' as Id<'planned_meeting'>, orgId: 'b' as Id<'org'>, orgName: '', kind: 'themeDay', note: '' },
  ...{ subject: '安全月', state: 'planned', whyCancelled: '', meetingId: null, materials: [], agenda: [] },
  rev: 1,
  leave: { asked: 0, granted: 0, refused: 0, withdrawn: 0 },
  sessions: ['2026-11-20', '2026-11-22', '2026-11-24'].map((on) => ({ ...session, day: day(on) })),
}

test.each([
  ['the last sitting that has been', '2026-11-23', '2026-11-22'],
  ['the sitting of that day', '2026-11-24', '2026-11-24'],
  ['no day while none has been', '2026-11-19', undefined],
])('a record begins with %s', (_, now, heldOn) => expect(factsFrom(plan, now).heldOn).toBe(heldOn))
