import fs from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundIn, liveMine, makeSealedMine, sealAll } from '../test/life.ts'
import type { TestMine } from '../test/mine.ts'

let mine: TestMine
beforeAll(async () => {
  mine = await makeSealedMine()
})
afterAll(() => mine.close())

describe("the signer's memory", () => {
  const stateOf = (of: TestMine): string => join(of.dataDir, 'signer', of.mineId, 'state.json')

  test('with a flipped bit', async () => {
    const fresh = await liveMine(mine)
    const bytes = fs.readFileSync(stateOf(fresh))
    bytes[20] = (bytes[20] ?? 0) ^ 4
    fs.writeFileSync(stateOf(fresh), bytes)
    expect(await foundIn(fresh)).toEqual(['signer-damaged'])
  })

  test('put back to an earlier state', async () => {
    const fresh = await liveMine(mine)
    const before = fs.readFileSync(stateOf(fresh))
    await sealAll(fresh)
    expect(await foundIn(fresh)).toEqual([])
    fs.writeFileSync(stateOf(fresh), before)
    expect(await foundIn(fresh)).toEqual(['signer-inconsistent 15'])
  })

  test('of another mine', async () => {
    const [fresh, other] = [await liveMine(mine), await liveMine(mine)]
    fs.copyFileSync(stateOf(other), stateOf(fresh))
    expect(await foundIn(fresh)).toEqual(['signer-inconsistent'])
  })

  test('that is gone is no fault: the checkpoints are there', async () => {
    const fresh = await liveMine(mine)
    fs.rmSync(stateOf(fresh))
    expect(await foundIn(fresh)).toEqual([])
  })
})

describe("the signer's own copy of the log", () => {
  const bundleOf = (of: TestMine): string => {
    const folder = join(of.dataDir, 'signer', of.mineId, 'tile', 'entries', '000.p')
    const [widest = ''] = fs.readdirSync(folder).sort((a, b) => Number(b) - Number(a))
    return join(folder, widest)
  }

  test('with a flipped bit in a leaf', async () => {
    const fresh = await liveMine(mine)
    const bytes = fs.readFileSync(bundleOf(fresh))
    bytes[20] = (bytes[20] ?? 0) ^ 4
    fs.writeFileSync(bundleOf(fresh), bytes)
    expect(await foundIn(fresh)).toEqual([expect.stringMatching(/^tile-changed .*0$/)])
  })

  test('with a piece less', async () => {
    const fresh = await liveMine(mine)
    fs.rmSync(bundleOf(fresh))
    expect(await foundIn(fresh)).toEqual([expect.stringMatching(/^tile-missing .*0$/)])
  })
})
