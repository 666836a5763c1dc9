import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Letter } from '../../kit/mail.ts'
import { findLatestCheckpoint } from '../store/checkpoint.ts'
import { listLastDaily } from '../store/daily.ts'
import { makeSealedMine } from '../store/test/life.ts'
import type { TestMine } from '../store/test/mine.ts'
import { type DailyHouse, dueDay, keepDaily } from './daily.ts'

let mine: TestMine
let house: Omit<DailyHouse, 'mail'>
beforeAll(async () => {
  mine = await makeSealedMine()
  house = { db: mine.db, dataDir: mine.dataDir, nameOf: async () => '一矿' }
})
afterAll(() => mine.close())

const folder = (): string => join(mine.dataDir, 'checkpoints', mine.mineId)
/** In China at this hour of the 23rd. */
const at = (hour: string): Date => new Date(`2026-11-23T${hour}:00+08:00`)

test('a day begins at eight in the mine, wherever the machine stands', () => {
  expect(dueDay(at('07:59'))).toBe('2026-11-22')
  expect(dueDay(at('08:00'))).toBe('2026-11-23')
  expect(dueDay(at('23:59'))).toBe('2026-11-23')
})

test('the checkpoint is kept once a day, as it was signed, and sent once', async () => {
  const letters: Letter[] = []
  const mail = async (letter: Letter): Promise<void> => void letters.push(letter)
  const { note = '', size } = (await findLatestCheckpoint(mine.db, mine.mineId)) ?? {}
  for (const hour of ['08:00', '08:05', '20:00']) await keepDaily({ ...house, mail }, at(hour))
  expect(await readFile(join(folder(), '2026-11-23.txt'), 'utf8')).toBe(note)
  expect(letters).toHaveLength(1)
  expect(letters[0]?.file).toEqual({ name: '2026-11-23.txt', text: note })
  expect(letters[0]?.subject).toContain('一矿 2026-11-23')
  expect(letters[0]?.text).toContain(`共 ${size} 条`)
  await keepDaily({ ...house, mail }, new Date('2026-11-24T00:00:00Z'))
  expect(letters).toHaveLength(2)
  expect((await readdir(folder())).sort()).toEqual([
    ...['2026-11-23.sent', '2026-11-23.txt', '2026-11-24.sent', '2026-11-24.txt'],
  ])
})

test('a letter that was not taken is tried again with the same checkpoint; without a server there is the file alone', async () => {
  await rm(folder(), { recursive: true })
  const unreachable = async (): Promise<void> => {
    throw new Error('no line')
  }
  await expect(keepDaily({ ...house, mail: unreachable }, at('09:00'))).rejects.toThrow('no line')
  const kept = ['2026-11-23.failed', '2026-11-23.txt']
  expect((await readdir(folder())).sort()).toEqual(kept)
  expect(await listLastDaily(mine.dataDir)).toEqual([{ day: '2026-11-23', failure: 'no line' }])
  await keepDaily(house, at('09:05'))
  expect((await readdir(folder())).sort()).toEqual(kept)
  const letters: Letter[] = []
  await keepDaily({ ...house, mail: async (letter) => void letters.push(letter) }, at('09:10'))
  expect(letters).toHaveLength(1)
  expect(await listLastDaily(mine.dataDir)).toEqual([{ day: '2026-11-23', failure: null }])
})
