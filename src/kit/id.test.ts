import { expect, test, vi } from 'vitest'
import { newId } from './id.ts'

const FORM = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
const msOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

test('an id is a UUIDv7 of now', () => {
  const before = Date.now()
  const id = newId()
  expect(id).toMatch(FORM)
  expect(msOf(id)).toBeGreaterThanOrEqual(before)
  expect(msOf(id)).toBeLessThan(before + 1000)
})

test('ids sort as they were made, more than a millisecond holds and while the clock stands or goes back', () => {
  vi.useFakeTimers({ now: Date.now() + 60_000 })
  const some = Array.from({ length: 10_000 }, () => newId())
  vi.setSystemTime(Date.now() - 30_000)
  const all = [...some, ...Array.from({ length: 10_000 }, () => newId())]
  vi.useRealTimers()
  expect(all.toSorted()).toEqual(all)
  expect(new Set(all.map((id) => id.slice(19))).size).toBe(all.length)
  expect(all.every((id) => FORM.test(id))).toBe(true)
})
