import { readFile } from 'node:fs/promises'
import { createServer as createPlain, type Server } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { getRequestListener } from '@hono/node-server'
import { gate } from '../access/store/gate.ts'
import { startSequencing } from '../journal/jobs.ts'
import { keepPlanner } from '../kit/db/planner.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { listen } from '../kit/server/listen.ts'
import { makeApp } from './app.ts'
import type { House } from './house.ts'
import { makeLive } from './live/live.ts'
import { logFault } from './log.ts'
import { startSigner } from './signer/start.ts'
import { startUpkeep } from './upkeep.ts'

export type Door = {
  readonly port: number
  readonly host: string
  readonly cert?: string
  readonly key?: string
}

export type Running = {
  readonly address: string
  readonly close: () => Promise<void>
}

const GRACE_MS = 5_000

async function makeServer(
  door: Door,
  listener: ReturnType<typeof getRequestListener>,
): Promise<Server | Refused> {
  if (!door.cert || !door.key) return createPlain(listener)
  try {
    const [cert, key] = await Promise.all([readFile(door.cert), readFile(door.key)])
    return createSecure({ cert, key }, listener)
  } catch (error) {
    return refuse('bad-certificate', undefined, {
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}

/** Opens the door of a house: answers requests, keeps the journal going, tidies up on time. */
export async function run(house: House, door: Door): Promise<Running | Refused> {
  const clock = (): Date => new Date()
  const live = makeLive({ db: house.db, gate, clock, log: logFault })
  const { url, dataDir, keys } = house
  const signer = startSigner({ url, dataDir, keysDir: keys.dir, log: logFault })
  const placed = (): void => {
    live.placed()
    signer.kick()
  }
  const journal = startSequencing({ db: house.db, keys, clock, log: logFault, placed })
  const upkeep = startUpkeep({ db: house.db, keys, dataDir, mail: house.mail, clock, log: logFault })
  const planner = keepPlanner(house.db, (error) => logFault({ reference: '-', action: 'planner', error }))
  const app = makeApp({
    db: house.db,
    keys: house.keys,
    dataDir: house.dataDir,
    clock,
    log: logFault,
    live,
    committed: (action) => {
      journal.kick()
      live.nudge(action)
      planner.kick()
    },
  })
  const server = await makeServer(door, getRequestListener(app.fetch))
  const port = isRefused(server) ? server : await listen(server, door)
  const endJobs = async (): Promise<void> => {
    await Promise.all([journal.stop().then(signer.stop), upkeep.stop(), planner.stop()])
  }
  if (isRefused(server) || isRefused(port)) {
    await endJobs()
    return isRefused(server) ? server : (port as Refused)
  }
  const scheme = door.cert ? 'https' : 'http'
  const close = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.close(resolve))
    live.stop()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
    await ended
    await endJobs()
  }
  return { address: `${scheme}://${door.host.includes(':') ? `[${door.host}]` : door.host}:${port}`, close }
}
