import { expect, test } from 'vitest'
import { afterDoor, doorFrom, hasEnded } from './way.ts'

test.each([
  ['/', ''],
  ['/', 'tab=late'],
  ['/study', ''],
  ['/meetings', 'state=late&org=1'],
])('the door leads back to %s with %s', (path, search) => {
  for (const why of ['outside', 'ended'] as const) {
    const { searchParams } = new URL(doorFrom(path, search, why), 'http://mine')
    expect(afterDoor(searchParams)).toBe(search ? `${path}?${search}` : path)
    expect(hasEnded(searchParams)).toBe(why === 'ended')
  }
})

test.each(['//elsewhere.example', 'https://elsewhere.example', 'study', ''])('%s is no way on', (next) => {
  expect(afterDoor(new URLSearchParams({ next }))).toBe('/')
})
