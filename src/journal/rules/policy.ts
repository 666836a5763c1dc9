import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { sameBytes } from './hash.ts'
import {
  type IsSigned,
  type Note,
  parseNote,
  parseVkey,
  portableIsSigned,
  SIGNATURE_TYPES,
  type Signer,
  verdictOn,
} from './note.ts'

/** Whose word a mine goes by. */
export type Witness = { readonly vkey: string; readonly kind: 'committee' | 'phone' }

/** How many witnesses of each kind must have signed; both 0: nobody is needed. */
export type Quorum = { readonly committees: number; readonly phones: number }

/** A group of a policy: witnessed when `least` of its members have. */
type Group = { readonly least: number; readonly members: readonly string[] }

/** A policy as it is read (C2SP tlog-policy). `quorum` names a witness or a group, or is `none`. */
export type Policy = {
  readonly logs: readonly Signer[]
  readonly witnesses: ReadonlyMap<string, Signer>
  readonly groups: ReadonlyMap<string, Group>
  readonly quorum: string
}

const GROUP_OF = { committee: 'committees', phone: 'phones' } as const

/**
 * The text of a policy: all witnesses given, by the names in their keys, and a quorum of so many of each kind. Refuses a quorum that
 * more witnesses would be needed for than there are.
 */
export function policyOf(
  logVkey: string,
  witnesses: readonly Witness[],
  { committees, phones }: Quorum,
): string | Refused<'too-few-witnesses'> {
  const wanted = [
    { kind: 'committee', least: committees },
    { kind: 'phone', least: phones },
  ] as const
  const lines = [`log ${logVkey}`, ...witnesses.map(({ vkey }) => `witness ${vkey.split('+')[0]} ${vkey}`)]
  const groups: string[] = []
  for (const { kind, least } of wanted) {
    if (least === 0) continue
    const members = witnesses.filter((one) => one.kind === kind).map(({ vkey }) => vkey.split('+')[0])
    if (members.length < least)
      return refuse('too-few-witnesses', undefined, { kind, least, known: members.length })
    lines.push(`group ${GROUP_OF[kind]} ${least} ${members.join(' ')}`)
    groups.push(GROUP_OF[kind])
  }
  if (groups.length > 1) lines.push(`group both all ${groups.join(' ')}`)
  const quorum = groups.length > 1 ? 'both' : (groups[0] ?? 'none')
  return `${[...lines, `quorum ${quorum}`].join('\n')}\n`
}

/** A policy while its lines are read. */
type Reading = {
  readonly logs: Signer[]
  readonly witnesses: Map<string, Signer>
  readonly groups: Map<string, Group>
  readonly grouped: Set<string>
  quorum: string | undefined
}

const isNew = (reading: Reading, name: string): boolean =>
  name !== 'none' && !reading.witnesses.has(name) && !reading.groups.has(name)

const isDouble = (known: Iterable<Signer>, { publicKey }: Signer): boolean =>
  [...known].some((one) => sameBytes(one.publicKey, publicKey))

function readKey(vkey: string | undefined, type: number): Signer | undefined {
  const signer = parseVkey(vkey ?? '')
  return isRefused(signer) || signer.type !== type ? undefined : signer
}

function readLog(reading: Reading, [vkey, , ...rest]: readonly string[]): boolean {
  const signer = readKey(vkey, SIGNATURE_TYPES.ed25519)
  if (!signer || rest.length > 0 || isDouble(reading.logs, signer)) return false
  reading.logs.push(signer)
  return true
}

function readWitness(reading: Reading, [name = '', vkey, , ...rest]: readonly string[]): boolean {
  const signer = readKey(vkey, SIGNATURE_TYPES.cosignature)
  if (!signer || rest.length > 0 || !isNew(reading, name)) return false
  if (isDouble(reading.witnesses.values(), signer)) return false
  reading.witnesses.set(name, signer)
  return true
}

function leastOf(word: string, members: number): number | undefined {
  if (word === 'all') return members
  if (word === 'any') return 1
  const least = /^[1-9]\d{0,4}$/.test(word) ? Number(word) : 0
  return least >= 1 && least <= members ? least : undefined
}

function readGroup(reading: Reading, [name = '', word = '', ...members]: readonly string[]): boolean {
  const least = leastOf(word, members.length)
  const known = members.every((member) => member !== 'none' && !isNew(reading, member))
  const free =
    members.every((member) => !reading.grouped.has(member)) && new Set(members).size === members.length
  if (least === undefined || members.length === 0 || !known || !free || !name || !isNew(reading, name))
    return false
  for (const member of members) reading.grouped.add(member)
  reading.groups.set(name, { least, members })
  return true
}

function readQuorum(reading: Reading, [name = '', ...rest]: readonly string[]): boolean {
  const named = name !== '' && (name === 'none' || !isNew(reading, name))
  if (reading.quorum !== undefined || rest.length > 0 || !named) return false
  reading.quorum = name
  return true
}

const READERS: Readonly<Record<string, (reading: Reading, words: readonly string[]) => boolean>> = {
  log: readLog,
  witness: readWitness,
  group: readGroup,
  quorum: readQuorum,
}

function readLine(reading: Reading, line: string): boolean {
  const [keyword = '', ...words] = line.split(/[ \t]+/).filter((word) => word !== '')
  if (keyword === '' || keyword.startsWith('#')) return true
  return (Object.hasOwn(READERS, keyword) && READERS[keyword]?.(reading, words)) || false
}

const isControl = (letter: string): boolean =>
  (letter < ' ' && letter !== '\t' && letter !== '\n') || letter === '\u007f'

/** Reads a policy (C2SP tlog-policy). Refuses what that text does not allow: `line` counts from 1, 0 when it is the whole. */
export function parsePolicy(text: string): Policy | Refused<'bad-policy'> {
  const reading: Reading = {
    ...{ logs: [], witnesses: new Map(), groups: new Map() },
    ...{ grouped: new Set(), quorum: undefined },
  }
  if ([...text].some(isControl) || (text !== '' && !text.endsWith('\n')))
    return refuse('bad-policy', undefined, { line: 0 })
  for (const [at, line] of text.split('\n').entries()) {
    if (!readLine(reading, line)) return refuse('bad-policy', undefined, { line: at + 1 })
  }
  const { logs, witnesses, groups, quorum } = reading
  return quorum === undefined
    ? refuse('bad-policy', undefined, { line: 0 })
    : { logs, witnesses, groups, quorum }
}

const NEVER = Number.POSITIVE_INFINITY

/** The earliest of a witness's good signatures, in seconds since 1970; never when it has none. */
function timeOfWitness({ text, signatures }: Note, signer: Signer, isSigned: IsSigned): number {
  const times = signatures.flatMap((one) => {
    const verdict = verdictOn({ text, signatures: [one] }, signer, isSigned)
    const timeS = verdict?.good ? Number(verdict.timeS) : NEVER
    return Number.isSafeInteger(timeS) ? [timeS] : []
  })
  return Math.min(NEVER, ...times)
}

/**
 * The earliest time (seconds since 1970) at which the witnesses' signatures on a log's checkpoint satisfied the policy; undefined: they
 * do not, or none of the policy's logs signed it. With `quorum none` no checkpoint is witnessed (docs/pack.md, Time).
 */
export function isWitnessed(
  policy: Policy,
  note: Note | string,
  isSigned: IsSigned = portableIsSigned,
): number | undefined {
  const parsed = typeof note === 'string' ? parseNote(note) : note
  if (isRefused(parsed)) return undefined
  const isOfLog = policy.logs.some(
    (log) => parsed.text.startsWith(`${log.name}\n`) && verdictOn(parsed, log, isSigned)?.good === true,
  )
  if (!isOfLog) return undefined
  const timeOf = (name: string): number => {
    const witness = policy.witnesses.get(name)
    if (witness) return timeOfWitness(parsed, witness, isSigned)
    const { least, members } = policy.groups.get(name) ?? { least: 1, members: [] }
    return members.map(timeOf).toSorted((a, b) => a - b)[least - 1] ?? NEVER
  }
  const timeS = timeOf(policy.quorum)
  return timeS === NEVER ? undefined : timeS
}
