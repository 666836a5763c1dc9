import { expect, test } from 'vitest'
import { day } from '../../../kit/day.ts'
import { demoRows } from './mine.ts'

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
