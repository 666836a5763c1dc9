/** The process that signs: it alone opens the seeds of the logs, and takes no orders but to look, and to end. */

import { signAs } from '../../journal/jobs/sign.ts'
import { startSigning } from '../../journal/jobs.ts'
import { look, startWatch, untimely } from '../../journal/rules/clock.ts'
import { listMines } from '../../journal/store/checkpoint.ts'
import { realDisk } from '../../journal/store/disk.ts'
import { openDb } from '../../kit/db/db.ts'
import { openSigningKey, type SigningKey } from '../../kit/keys/signing.ts'
import type { Account } from '../../kit/postgres/account.ts'
import { takeLock } from '../../kit/postgres/lock.ts'
import { makeSignerFolder } from './folder.ts'
import { type Begin, NEW_LOG, type Order, TAKEN, type Told } from './orders.ts'

const PATIENCE_MS = 20_000
const LOOK_EVERY_MS = 1000

const tell = (told: Told): void => void process.send?.(told)
const reading = (): { wallMs: number; steadyMs: number } => ({
  wallMs: Date.now(),
  steadyMs: performance.now(),
})

/** Looks at the clocks all the time, so that a step is seen also while there is nothing to sign. */
function watchClock(): (received: string) => ReturnType<typeof untimely> {
  let watch = startWatch(reading())
  const lookNow = (): void => {
    const stepped = watch.step
    watch = look(watch, reading())
    if (watch.step && watch.step !== stepped)
      tell({ reference: 'signer', action: 'clock', message: `stepped by ${watch.step.byMs} ms` })
  }
  setInterval(lookNow, LOOK_EVERY_MS).unref()
  return (received) => {
    lookNow()
    return untimely(watch, received)
  }
}

/** Gives up the machine's powers for those of an account, for good. The folder it stands in stays open to it, whatever lies above. */
function become({ uid, gid }: Account): void {
  process.setgroups?.([gid])
  process.setgid?.(gid)
  process.setuid?.(uid)
}

async function begin({ url, folder, keysDir, account }: Begin): Promise<() => Promise<void>> {
  makeSignerFolder(folder, account)
  const lock = await takeLock(folder, PATIENCE_MS)
  if (!('release' in lock)) process.exit(TAKEN)
  const { db, close } = openDb(url, 1)
  const keys = new Map<string, SigningKey>()
  // Whatever is read from outside its folder is read now.
  for (const mineId of await listMines(db)) keys.set(mineId, openSigningKey(keysDir, mineId))
  process.chdir(folder)
  if (account) become(account)
  const keyOf = (mineId: string): SigningKey => {
    const key = keys.get(mineId) ?? (account ? process.exit(NEW_LOG) : openSigningKey(keysDir, mineId))
    keys.set(mineId, key)
    return key
  }
  const signers = { db, disk: realDisk, folder: '.', keyOf, untimely: watchClock(), lookedAt: new Map() }
  running = startSigning({
    db,
    log: ({ reference, action, error }) => tell({ reference, action, message: String(error) }),
    sign: (mineId) => signAs(signers, mineId),
  })
  return async () => {
    await running?.stop()
    await close()
    lock.release()
  }
}

let running: ReturnType<typeof startSigning> | undefined
let beginning: Promise<() => Promise<void>> | undefined

async function follow(order: Order): Promise<void> {
  if (order === 'kick') return running?.kick()
  if (order !== 'finish') {
    beginning = begin(order.begin)
    await beginning
    return
  }
  const end = await beginning
  await end?.()
  process.exit(0)
}

// Whoever started it tells it when to end; a signal to the whole group is not for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit(0))
process.on('message', (order: Order) => {
  follow(order).catch((error: unknown) => {
    tell({ reference: 'signer', action: 'journal.sign', message: String(error) })
    process.exit(1)
  })
})
