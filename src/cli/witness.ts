import { join } from 'node:path'
import { exchange } from '../journal/jobs/witness/exchange.ts'
import { serveWitness } from '../journal/jobs/witness/serve.ts'
import { type Alarm, openWitness, type Witness } from '../journal/jobs/witness/witness.ts'
import { parseVkey, SIGNATURE_TYPES, type Signer, showVkey } from '../journal/rules/note.ts'
import { originName, witnessSigner } from '../journal/rules/witness.ts'
import { privateFolder } from '../kit/keys/secret.ts'
import { openSigningKey } from '../kit/keys/signing.ts'
import { isRefused } from '../kit/refuse.ts'
import { listen } from '../kit/server/listen.ts'
import { type Call, type Exit, optionOf, type Verb } from './verbs.ts'
import { fill, words } from './words.ts'

const LISTEN = '127.0.0.1:7160'
const NAME = 'witness.pitlamp.local'
const HOUR_MS = 60 * 60_000

type Options = {
  readonly dir: string
  readonly host: string
  readonly port: number
  readonly name: string
  readonly logs: readonly Signer[]
}

function readLogKey(vkey: string): Signer[] {
  const log = parseVkey(vkey)
  return isRefused(log) || log.type !== SIGNATURE_TYPES.ed25519 ? [] : [log]
}

/** Reads the options; says what is wrong with them. */
function readOptions(call: Call): Options | undefined {
  const [, host = '', digits = ''] =
    /^(?:\[?([^\]]*)\]?):(\d{1,5})$/.exec(optionOf(call, 'listen') ?? LISTEN) ?? []
  const port = Number(digits)
  if (!host || digits === '' || port > 65_535) return void call.say(words.badListen)
  const name = optionOf(call, 'name') ?? NAME
  if (!/^[^\s+\p{Cc}]{1,100}$/u.test(name) || !/[./]/.test(name)) return void call.say(words.badWitnessName)
  const vkeys = (optionOf(call, 'log') ?? '').split(' ').filter((vkey) => vkey !== '')
  const logs = vkeys.flatMap(readLogKey)
  if (vkeys.length === 0 || logs.length < vkeys.length) return void call.say(words.badLogKey)
  const dir = optionOf(call, 'data') ?? './witness-data'
  return { dir, host, port, name, logs }
}

const tellAlarm =
  (call: Call) =>
  ({ why, origin, file }: Alarm): void => {
    const sentence = why === 'forked' ? words.witnessForked : words.witnessUnproven
    call.say(fill(sentence, { origin, file: file ?? '-' }))
    if (call.options['json']) call.print(JSON.stringify({ alarm: why, origin, file: file ?? null }))
  }

/** Holds this witness against others, at once and every hour; says what does not agree. */
function keepExchanging(call: Call, witness: Witness): NodeJS.Timeout {
  const peers = (optionOf(call, 'peer') ?? '').split(' ').filter((peer) => peer !== '')
  const once = async (): Promise<void> => {
    for (const { peer, origin, outcome } of await exchange(witness, peers)) {
      if (call.options['json']) call.print(JSON.stringify({ peer, origin, outcome }))
      if (outcome === 'nothing-in-common' || outcome === 'unreachable')
        call.say(fill(words.witnessPeer[outcome], { peer, origin }))
    }
  }
  const turn = (): void =>
    void once().catch((error: unknown) => call.say(fill(words.fault, { detail: String(error) })))
  turn()
  return setInterval(turn, HOUR_MS)
}

const untilTold = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })

async function run(call: Call): Promise<Exit> {
  const options = readOptions(call)
  if (!options) return 2
  const keys = join(options.dir, 'key')
  privateFolder(keys)
  const { publicKey, sign } = openSigningKey(keys, 'witness')
  const signer = witnessSigner(options.name, publicKey)
  const vkey = showVkey(signer)
  const { dir, logs } = options
  const witness = openWitness({ dir, signer, sign, logs, clock: () => new Date(), alarm: tellAlarm(call) })
  if (isRefused(witness)) {
    call.sayNo(witness)
    return 1
  }
  const failed = (error: unknown): void => call.say(fill(words.fault, { detail: String(error) }))
  const server = serveWitness(witness, vkey, failed)
  const port = await listen(server, options)
  if (isRefused(port)) {
    call.sayNo({ ...port, facts: { ...port.facts, option: '--listen' } })
    return 1
  }
  const address = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`
  const known = witness.list().map((log) => ({ ...log, path: `/checkpoint/${originName(log.origin)}` }))
  if (call.options['json'])
    call.print(JSON.stringify({ address, vkey, logs: known, alarms: witness.countAlarms() }))
  else call.say(fill(words.witnessOpen, { address, vkey, count: logs.length }))
  if (witness.countAlarms() > 0) call.say(fill(words.witnessAlarms, { count: witness.countAlarms(), dir }))
  const exchanging = keepExchanging(call, witness)
  await untilTold()
  clearInterval(exchanging)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
  return 0
}

/** One small process of the committee above or the discipline office: it needs no database and no other part of Pitlamp. */
export const witness: Verb = {
  about: words.witness,
  usage:
    '--log VKEY [--log VKEY …] [--peer URL …] [--listen 127.0.0.1:7160] [--name NAME] [--data DIR] [--json]',
  takes: ['listen', 'name', 'log', 'peer', 'data'],
  repeats: ['log', 'peer'],
  run,
}
