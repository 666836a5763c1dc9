import { placeOfInspection } from '../evidence/api/inspection.ts'
import type { From, NoPack, Request } from '../evidence/api/pack/make.ts'
import { findInspectionRequest, findPeriodRequest } from '../evidence/api/pack/request.ts'
import { writePack } from '../evidence/api/pack/write.ts'
import { contract } from '../evidence/contract.ts'
import { MOST_PACKED } from '../evidence/rules/pack-size.ts'
import { findVkey } from '../home/api/journal.ts'
import { dayAt } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { records } from './records.ts'

type Asking = { readonly db: Db; readonly mineId: Id<'mine'>; readonly keys: Keys }

/** Where packs of a mine come from; all kinds of records meet only here. */
export const packsFrom = async (asking: Asking): Promise<From> => ({
  ...asking,
  vkey: await findVkey(asking),
  records,
})

type Packed = {
  readonly fileName: string
  readonly content: string
  readonly records: number
  readonly begunBefore: number
}

async function pack(
  asking: Asking,
  now: Date,
  { request, named }: { readonly request: Request; readonly named: string },
): Promise<Packed | NoPack | Refused<'too-many-records'>> {
  const { begunBefore } = request
  const { length } = request.wanted
  if (length > MOST_PACKED) return refuse('too-many-records', undefined, { n: length, most: MOST_PACKED })
  const pieces: Uint8Array[] = []
  const take = (bytes: Uint8Array): void => {
    pieces.push(bytes)
  }
  const refused = await writePack(await packsFrom(asking), request, { heed: () => undefined, take })
  if (refused) return refused
  const content = Buffer.concat(pieces).toString('base64')
  return { fileName: `pitlamp-pack-${named}-${dayAt(now)}.zip`, content, records: length, begunBefore }
}

const ofInspection = on(
  contract.makeInspectionPack,
  placeOfInspection,
  async ({ input, actor: { mineId }, tx, keys, now }) => {
    const request = await findInspectionRequest(tx, { mineId, now }, input.id)
    if (isRefused(request)) return request
    return pack({ db: tx, mineId, keys }, now, { request, named: 'inspection' })
  },
)

const ofPeriod = on(
  contract.makePeriodPack,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, actor: { mineId }, tx, keys, now }) => {
    const request = await findPeriodRequest(tx, { mineId, now }, input)
    if (isRefused(request)) return request
    return pack({ db: tx, mineId, keys }, now, { request, named: input.period })
  },
)

/** Makes what an inspector carries away. */
export const packing: readonly Action[] = [ofInspection, ofPeriod]
