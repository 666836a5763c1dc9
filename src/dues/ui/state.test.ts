import { expect, test } from 'vitest'
import { stateSaid } from './state.ts'

test.each([
  ['missed', 0, '未交'],
  ['missed', 1, '未交足'],
  ['due', 0, '待交'],
  ['late', 4000, '已补交'],
] as const)('%s with %d fen paid is %s', (state, paidFen, zh) =>
  expect(stateSaid({ state, paidFen }).zh).toBe(zh),
)
