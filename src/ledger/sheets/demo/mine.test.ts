import { expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../../../kit/day.ts'
import { daysOf } from '../../../people/rules/shifts.ts'
import { demoPlans, MATERIALS } from './life.ts'
import { demoRows } from './mine.ts'
import { demoRotas } from './shifts.ts'

const TODAY = day('2026-10-08')
const mine = demoRows(TODAY)

test('the demo has thirty branches and about a thousand people', () => {
  expect(mine.org.filter(({ kind }) => kind === 'branch' || kind === 'jointBranch')).toHaveLength(30)
  expect(mine.roster.length).toBeGreaterThan(950)
  expect(mine.roster.length).toBeLessThan(1100)
})

test('the same day and seed give the same mine, another seed another', () => {
  expect(demoRows(TODAY)).toEqual(mine)
  expect(demoRows(TODAY, 2).roster).not.toEqual(mine.roster)
})

test('somebody of every rotating branch is on each shift of every day of a month, the night too, and somebody rests', () => {
  for (const { orgCode, cycle, crews, from } of demoRotas(TODAY)) {
    const people = mine.roster.filter((row) => row.orgCode.startsWith(orgCode) && row.shift)
    for (const on of daysOf({ first: TODAY, last: addDays(TODAY, 30) })) {
      const shifts = people.map(({ shift }) => {
        const crew = crews.find(({ name }) => name === shift)
        return crew && cycle[(daysBetween(from, on) + crew.offset) % cycle.length]
      })
      expect([...new Set(shifts)].sort()).toEqual([...new Set(cycle)].sort())
    }
  }
})

test('nothing in it lies in the future', () => {
  const days = [
    ...mine.meetings.flatMap((row) => [row.heldOn, row.registeredOn ?? row.heldOn]),
    ...mine.dues.map((row) => row.paidOn),
  ]
  expect(days.filter((one) => one >= TODAY)).toEqual([])
})

test('every reference names a row, every key stands once', () => {
  const units = new Set(mine.org.map(({ code }) => code))
  const people = new Set(mine.roster.map(({ no }) => no))
  const meetings = new Set(mine.meetings.map(({ no }) => no))
  expect(units.size).toBe(mine.org.length)
  expect(people.size).toBe(mine.roster.length)
  expect(mine.roster.filter((row) => !units.has(row.orgCode))).toEqual([])
  expect(mine.dues.filter((row) => !people.has(row.personNo))).toEqual([])
  expect(mine.study.filter((row) => row.meetingNo && !meetings.has(row.meetingNo))).toEqual([])
  expect(new Set(mine.study.map((row) => `${row.orgCode} ${row.month} ${row.subject}`)).size).toBe(
    mine.study.length,
  )
})

test('what is coming up lies ahead, is for people and units that are there, and is the same each time', () => {
  const plans = demoPlans(mine.roster, TODAY)
  const units = new Set(mine.org.map(({ code }) => code))
  const people = new Set(mine.roster.map(({ no }) => no))
  expect(demoPlans(mine.roster, TODAY)).toEqual(plans)
  expect(plans.flatMap(({ sessions }) => sessions).filter(({ day: on }) => on <= TODAY)).toEqual([])
  expect([...plans, ...MATERIALS].filter(({ orgCode }) => !units.has(orgCode))).toEqual([])
  expect(plans.flatMap(({ reads }) => reads).filter((at) => !MATERIALS[at])).toEqual([])
  const leave = plans.flatMap((plan) => plan.leave)
  expect(leave.length).toBeGreaterThan(5)
  expect(leave.filter(({ personNo }) => !people.has(personNo))).toEqual([])
})
