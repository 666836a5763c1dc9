import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Request } from '../evidence/api/pack/make.ts'
import { findInspectionRequest, findPeriodRequest } from '../evidence/api/pack/request.ts'
import { writePack } from '../evidence/api/pack/write.ts'
import type { Id } from '../kit/id.ts'
import { parsePeriod } from '../kit/period.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { listUnits } from '../org/store.ts'
import { packsFrom } from '../server/packing.ts'
import { type House, withHouse } from './house.ts'
import { type Call, optionOf, type Verb } from './verbs.ts'
import { fill, words } from './words.ts'

async function requestOf(call: Call, { db, asked }: House): Promise<Request | Refused> {
  const asking = { mineId: asked.actor.mineId, now: asked.now }
  const inspection = optionOf(call, 'inspection')
  if (inspection) return findInspectionRequest(db, asking, inspection as Id<'inspection'>)
  const period = parsePeriod(optionOf(call, 'period') ?? '')
  if (!period) return refuse('no-such-period')
  const units = await listUnits(db, asking.mineId, 'mine')
  const unit = units.find(({ code }) => code === optionOf(call, 'unit'))
  return unit
    ? findPeriodRequest(db, asking, { orgId: unit.id, period: period.name })
    : refuse('no-such-unit')
}

async function write(call: Call, house: House, file: string): Promise<Refused | number> {
  const { db, asked } = house
  const request = await requestOf(call, house)
  if (isRefused(request)) return request
  const from = await packsFrom({ db, mineId: asked.actor.mineId, keys: asked.keys })
  const out = createWriteStream(file, { mode: 0o600 })
  const ended = new Promise<void>((resolve, reject) => out.once('error', reject).once('close', resolve))
  const heed = (done: number, of: number): void => {
    if (done > 0) call.say(fill(words.packing, { done, of }))
  }
  const take = async (bytes: Uint8Array): Promise<void> => {
    if (!out.write(bytes))
      await Promise.race([new Promise<void>((go) => out.once('drain', () => go())), ended])
  }
  const refused = await writePack(from, request, { heed, take })
  out.end()
  await ended
  if (refused) await rm(file, { force: true })
  return refused ?? request.wanted.length
}

export const pack: Verb = {
  about: words.pack,
  usage: 'FILE.zip --inspection ID | --unit CODE --period 2026Q3 [--data DIR]',
  takes: ['inspection', 'unit', 'period'],
  run: async (call) => {
    const [file] = call.words
    if (!file) {
      call.say(words.fileNeeded)
      return 2
    }
    return withHouse(call, async (house) => {
      const written = await write(call, house, file)
      if (isRefused(written)) {
        call.sayNo(written)
        return 2
      }
      call.say(fill(words.packed, { file, records: written }))
      return 0
    })
  },
}
