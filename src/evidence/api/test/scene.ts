import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { sequence } from '../../../journal/jobs/sequence.ts'
import { sign } from '../../../journal/jobs/sign.ts'
import type { InputOf, OutputOf } from '../../../kit/contract.ts'
import type { Id } from '../../../kit/id.ts'
import { isRefused } from '../../../kit/refuse.ts'
import { type Caller, makeWorld, type World } from '../../../server/world.ts'

/** A mine with a small year's ledgers, sealed, and people who inspect and are inspected. */
export type Scene = {
  readonly world: World
  readonly staff: Caller
  readonly inspector: Caller
  readonly top: Id<'org'>
  readonly branch: Id<'org'>
  readonly other: Id<'org'>
  /** Gives what was written its place and signs it. */
  readonly seal: () => Promise<void>
  readonly make: (more?: Partial<InputOf<'evidence.makeInspection'>>) => Promise<Id<'inspection'>>
  readonly show: (who: Caller, id: Id<'inspection'>) => Promise<OutputOf<'evidence.findInspection'>>
  readonly kindsOf: (id: string) => Promise<string[]>
  readonly close: () => Promise<void>
}

type Unit = OutputOf<'org.listUnits'>['units'][number]

async function bringIn(staff: Caller): Promise<readonly Unit[]> {
  const book = await readFile(new URL('../../../ledger/fixtures/small-2026.xlsx', import.meta.url))
  const sent = { fileName: 'small.xlsx', content: book.toString('base64') }
  const { body } = await staff.post('ledger.preview', sent)
  await staff.post('ledger.commit', { importId: body.importId })
  return (await staff.get('org.listUnits', {})).body.units
}

function must<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`no ${what}`)
  return found
}

/** Sets the scene; at its end nothing may have failed on the server. */
export async function setScene(): Promise<Scene> {
  const world = await makeWorld()
  const staff = await world.as('committeeStaff')
  const units = await bringIn(staff)
  const top = must(
    units.find(({ parentId }) => parentId === null),
    'committee',
  ).id
  const [branch, other] = units.filter(({ kind }) => kind === 'branch').map(({ id }) => id)
  const inspector = await world.as('inspector', top)
  const seal = async (): Promise<void> => {
    while ((await sequence(world.db, world.mineId, world.now)) > 0) {}
    const signed = await sign(world, world.mineId)
    if (isRefused(signed)) throw new Error(signed.refused)
  }
  await seal()
  const days = { title: '三季度抽查', from: '2026-01-01', to: '2026-10-08', announcedOn: null } as const
  return {
    ...{
      world,
      staff,
      inspector,
      top,
      branch: must(branch, 'branch'),
      other: must(other, 'other branch'),
      seal,
    },
    make: async (more = {}) => {
      const made = await inspector.post('evidence.makeInspection', { orgId: top, ...days, each: 2, ...more })
      expect(made.status).toBe(200)
      return made.body.id
    },
    show: async (who, id) => (await who.get('evidence.findInspection', { id })).body,
    kindsOf: async (id) => {
      const entries = world.db.selectFrom('journal_entry').select('kind').where('subject', '=', id)
      return (await entries.orderBy('rev').execute()).map(({ kind }) => kind)
    },
    close: async () => {
      expect(world.faults).toEqual([])
      await world.close()
    },
  }
}
