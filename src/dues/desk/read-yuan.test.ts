import { expect, test } from 'vitest'
import { readYuan } from './read-yuan.ts'

test.each([
  ['40', 4000],
  ['40.5', 4050],
  ['0.20', 20],
  ['0', 0],
  ['１，２００ 元', 120_000],
  ['40.555', undefined],
  ['-1', undefined],
  ['', undefined],
  ['四十', undefined],
])('%j is %j fen', (typed, fen) => expect(readYuan(typed)).toBe(fen))
