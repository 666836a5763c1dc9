import { expect, test } from 'vitest'
import { readAhead, slices } from './ahead.ts'

test('slices hold everything once, in order; the last may be short', () => {
  expect([...slices([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]])
  expect([...slices([], 2)]).toEqual([])
})

test('the next one is being read while one is used, and no further', async () => {
  const begun: number[] = []
  const read = async (one: number): Promise<number> => {
    begun.push(one)
    return one * 10
  }
  const seen: [number, number[]][] = []
  for await (const found of readAhead([1, 2, 3], read)) seen.push([found, [...begun]])
  expect(seen).toEqual([
    [10, [1, 2]],
    [20, [1, 2, 3]],
    [30, [1, 2, 3]],
  ])
})

test('what fails ahead shows when its turn comes, not before', async () => {
  const seen: number[] = []
  const read = async (one: number): Promise<number> => {
    if (one === 2) throw new Error('lost')
    return one
  }
  const use = async (): Promise<void> => {
    for await (const found of readAhead([1, 2, 3], read)) seen.push(found)
  }
  await expect(use()).rejects.toThrow('lost')
  expect(seen).toEqual([1])
})
