/**
 * Changes one bit at a time, anywhere in what is sealed, and looks whether `verify` names it:
 * `npm run test:tamper -- --flips 2000 --seed 7`. Exit code 1 with what it did not name.
 */
import pg from 'pg'
import { startThrowawayPostgres, type Throwaway } from '../src/kit/postgres/throwaway.ts'
import { isRefused } from '../src/kit/refuse.ts'
import { readNumbers, seeded } from './seeded.ts'
import { drawCell, flip, putBack } from './tamper/flip.ts'
import { isNamed } from './tamper/named.ts'
import { readPlaces, UNSEALED, unbind } from './tamper/places.ts'
import { makeWorld, type World } from './tamper/world.ts'

type Options = { readonly flips: number; readonly seed: number }

async function tamper(server: Throwaway, world: World, { flips, seed }: Options): Promise<boolean> {
  const random = seeded(seed)
  const db = new pg.Client({ connectionString: server.url, options: '-c timezone=UTC' })
  await db.connect()
  const places = await readPlaces(db)
  const first = await world.look()
  console.log(JSON.stringify({ ...first, findings: first.findings.slice(0, 5) }))
  await unbind(db)
  const began = Date.now()
  const unnamed: string[] = []
  for (let at = 0; at < flips; at += 1) {
    const cell = await drawCell(db, random.one(places), random)
    const flipped = await flip(db, cell, random)

    const { findings } = await world.look().catch((e) => {
      console.log('THROWS', String(e), cell.place.table, cell.column.name, flipped.how)
      return { findings: [] }
    })
    await putBack(db, flipped)
    if (!isNamed(flipped, findings)) {
      unnamed.push('x')
      console.log(
        cell.place.table,
        cell.column.name,
        cell.row,
        flipped.now,
        flipped.how,
        JSON.stringify(findings.slice(0, 6)),
      )
    }
  }
  const last = await world.look()
  console.log(Date.now() - began, last.found, UNSEALED)
  await db.end()
  return unnamed.length === 0 && last.found === 0
}

async function run(argv: readonly string[]): Promise<boolean> {
  const options = readNumbers(argv, { flips: 100, seed: 1 })
  const server = await startThrowawayPostgres({ durability: 'kept' })
  if (isRefused(server)) throw new Error(`no database: ${JSON.stringify(server)}`)
  try {
    const world = await makeWorld(server)
    return await tamper(server, world, options).finally(world.close)
  } finally {
    await server.stop()
  }
}

process.exit((await run(process.argv.slice(2))) ? 0 : 1)
