import { ensureMine, makeSetUpLink } from '../access/store/set-up.ts'
import { isRefused } from '../kit/refuse.ts'
import { type Call, dataDirOf, type Exit, optionOf, type Verb } from './verbs.ts'
import { fill, words } from './words.ts'

const LOOPBACK = '127.0.0.1'
const PORT = 7150

const isLocal = (host: string): boolean => host === LOOPBACK || host === 'localhost' || host === '::1'

/** Waits for the signal to end, or for the database to be lost for good. */
function untilTold(lost: Promise<unknown>): Promise<'told' | 'lost'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve('told'))
    void lost.then(() => resolve('lost'))
  })
}

async function run(call: Call): Promise<Exit> {
  const port = Number(optionOf(call, 'port') ?? call.env['PORT'] ?? PORT)
  const host = optionOf(call, 'host') ?? LOOPBACK
  const [cert, key] = [optionOf(call, 'cert'), optionOf(call, 'key')]
  const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535
  if (!isPort || (cert === undefined) !== (key === undefined)) {
    call.say(isPort ? words.certAndKey : words.badPort)
    return 2
  }
  // The database starts while the rest of the program is still being read.
  const { openHouse } = await import('../server/house.ts')
  const opening = openHouse({
    dataDir: dataDirOf(call),
    env: call.env,
    log: (line) => process.stderr.write(`${line}\n`),
  })
  const { run: openDoor } = await import('../server/run.ts')
  const house = await opening
  if (isRefused(house)) {
    call.sayNo(house)
    return 1
  }
  const mine = await ensureMine(house.db, house.keys, new Date())
  const running = await openDoor(house, { port, host, ...(cert && key && { cert, key }) })
  if (isRefused(running)) {
    await house.close()
    call.sayNo(running)
    return 1
  }
  const link = mine.isSetUp
    ? null
    : `${running.address}/desk/setup?token=${await makeSetUpLink(house.db, new Date())}`
  if (call.options['json'])
    call.print(JSON.stringify({ address: running.address, setUp: link, dataDir: house.dataDir }))
  else {
    call.say(fill(words.open, { address: running.address }))
    if (link) call.say(fill(words.setUpLink, { link }))
    if (house.runs === 'owner') call.say(words.ownerRuns)
    if (!isLocal(host) && !cert) call.say(words.noHttps)
  }
  const why = await untilTold(house.lost)
  await running.close()
  if (why === 'lost') call.say(words.databaseLost)
  await house.close()
  return why === 'told' ? 0 : 1
}

export const serve: Verb = {
  about: words.serve,
  usage: '[--port 7150] [--host ADDRESS] [--cert FILE --key FILE] [--data DIR] [--json]',
  takes: ['port', 'host', 'cert', 'key', 'data'],
  run,
}
