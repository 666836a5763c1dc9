import { afterEach, expect, test } from 'vitest'

const own = Object.hasOwn
afterEach(() => {
  Object.hasOwn = own
})

test('a phone without Object.hasOwn gets one that answers', async () => {
  Reflect.deleteProperty(Object, 'hasOwn')
  await import('./old.ts')
  const filled = Object.hasOwn
  expect(filled).not.toBe(own)
  expect([filled({ a: undefined }, 'a'), filled({}, 'a'), filled(Object.create({ a: 1 }), 'a')]).toEqual([
    ...[true, false, false],
  ])
})
