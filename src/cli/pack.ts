import { open, rename, rm } from 'node:fs/promises'
import type { Request } from '../evidence/api/pack/make.ts'
import { findInspectionRequest, findPeriodRequest } from '../evidence/api/pack/request.ts'
import { writePack } from '../evidence/api/pack/write.ts'
import { packWords } from '../evidence/words/pack.ts'
import { parsePeriod } from '../kit/period.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { idOf } from '../kit/shapes.ts'
import { listUnits } from '../org/store.ts'
import { packsFrom } from '../server/packing.ts'
import { namedFile, whyUnwritable } from './files.ts'
import { type House, withHouse } from './house.ts'
import { type Call, optionOf, type Verb } from './verbs.ts'
import { fill, type Sentence, words } from './words.ts'

type Take = (bytes: Uint8Array) => Promise<void>

async function requestOf(call: Call, { db, asked }: House): Promise<Request | Refused> {
  const asking = { mineId: asked.actor.mineId, now: asked.now }
  const inspection = optionOf(call, 'inspection')
  if (inspection !== undefined) {
    const id = idOf<'inspection'>().safeParse(inspection)
    return id.success ? findInspectionRequest(db, asking, id.data) : refuse('no-such-inspection')
  }
  const period = parsePeriod(optionOf(call, 'period') ?? '')
  if (!period) return refuse('no-such-period')
  const units = await listUnits(db, asking.mineId, 'mine')
  const unit = units.find(({ code }) => code === optionOf(call, 'unit'))
  return unit
    ? findPeriodRequest(db, asking, { orgId: unit.id, period: period.name })
    : refuse('no-such-unit')
}

/** Writes what is made into a file of its own, which takes the name asked for when it is whole: what stood there stays until then. */
async function writeWhole<T>(file: string, make: (take: Take) => Promise<Refused | T>): Promise<Refused | T> {
  const part = `${file}.part`
  const out = await open(part, 'w', 0o600)
  try {
    const made = await make(async (bytes) => out.appendFile(bytes))
    await out.close()
    if (!isRefused(made)) await rename(part, file)
    return made
  } finally {
    await out.close()
    await rm(part, { force: true })
  }
}

type Written = { readonly records: number; readonly begunBefore: number }

async function write(call: Call, house: House, file: string): Promise<Refused | Written> {
  const { db, asked } = house
  const request = await requestOf(call, house)
  if (isRefused(request)) return request
  const from = await packsFrom({ db, mineId: asked.actor.mineId, keys: asked.keys })
  const heed = (done: number, of: number): void => {
    if (done > 0) call.say(fill(words.packing, { done, of }))
  }
  return writeWhole(
    file,
    async (take) =>
      (await writePack(from, request, { heed, take })) ?? {
        records: request.wanted.length,
        begunBefore: request.begunBefore,
      },
  )
}

/** Says of an option that an inspection leaves no room for. */
function findUnused(call: Call): Sentence | undefined {
  if (optionOf(call, 'inspection') === undefined) return undefined
  const option = ['unit', 'period'].find((one) => optionOf(call, one) !== undefined)
  return option ? fill(words.notTogether, { option, form: 'inspection' }) : undefined
}

/** What shows that something was changed behind the journal. */
const DAMAGED = new Set(['seal-broken', 'erased-without-notice', 'journal-damaged'])

export const pack: Verb = {
  about: words.pack,
  usage: 'FILE.zip --inspection ID | --unit CODE --period 2026Q3 [--data DIR] [--json]',
  words: 1,
  takes: ['inspection', 'unit', 'period', 'data'],
  run: async (call) => {
    const file = await namedFile(call, async (named) => findUnused(call) ?? whyUnwritable(named))
    if (file === undefined) return 2
    return withHouse(call, async (house) => {
      const written = await write(call, house, file)
      if (isRefused(written)) {
        call.sayNo(written)
        return DAMAGED.has(written.refused) ? 1 : 2
      }
      if (call.options['json']) call.print(JSON.stringify({ file, ...written }))
      call.say(fill(words.packed, { file, records: written.records }))
      if (written.begunBefore > 0) call.say(fill(packWords.begunBefore, { n: written.begunBefore }))
      return 0
    })
  },
}
