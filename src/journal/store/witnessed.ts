import type { Db } from '../../kit/db/db.ts'
import { isRefused, refuse } from '../../kit/refuse.ts'
import {
  isWitnessed,
  type Policy,
  parsePolicy,
  policyOf,
  type Quorum,
  type Witness,
} from '../rules/policy.ts'
import type { Witnessed } from '../rules/when.ts'
import { ask } from './statement.ts'
import { isSigned } from './verify/checkpoints.ts'

const DAY_S = 86_400

type Asked = {
  readonly mineId: string
  /** The key of the mine's log. */
  readonly vkey: string
  readonly index: number
}

/** The policy a mine goes by, as text; `quorum` undefined: nobody is needed, and nothing is witnessed (C2SP tlog-policy). */
export async function findPolicyText(
  db: Db,
  { mineId, vkey }: Omit<Asked, 'index'>,
): Promise<{ readonly text: string; readonly quorum: Quorum | undefined }> {
  const [quorum] = await ask<Quorum>(
    db,
    'select committees, phones from witness_quorum where mine_id = $1 order by recorded_at desc, id desc limit 1',
    [mineId],
  )
  const witnesses = await ask<Witness>(
    db,
    'select distinct on (name) vkey, kind from witness where mine_id = $1 order by name, until desc nulls first, id',
    [mineId],
  )
  const isNeeded = quorum !== undefined && quorum.committees + quorum.phones > 0
  const text = isNeeded ? policyOf(vkey, witnesses, quorum) : refuse('nobody-needed')
  if (!isRefused(text)) return { text, quorum }
  const none = policyOf(vkey, witnesses, { committees: 0, phones: 0 })
  if (isRefused(none)) throw new Error('a policy that needs nobody is refused')
  return { text: none, quorum: undefined }
}

/** Whose word the mine goes by: the quorum in force, and everybody who was ever a witness, as what they signed keeps counting. */
async function findWord(
  db: Db,
  asked: Asked,
): Promise<{ readonly policy: Policy; readonly quorum: Quorum } | undefined> {
  const { text, quorum } = await findPolicyText(db, asked)
  const policy = parsePolicy(text)
  return isRefused(policy) || !quorum ? undefined : { policy, quorum }
}

type Line = {
  readonly name: string
  readonly kind: Witness['kind']
  readonly line: string
  readonly timeS: number
}
type Cosigned = { readonly size: number; readonly note: string; readonly lines: readonly Line[] }

const SIDES = {
  lacks: { holds: 'c.size <= $2', order: 'desc' },
  has: { holds: 'c.size > $2', order: 'asc' },
} as const

/** Checkpoints on one side of a leaf, the closest first, that enough of each kind signed. */
const statementFor = ({ holds, order }: (typeof SIDES)[keyof typeof SIDES]): string => `
select c.size, k.note,
  json_agg(json_build_object('name', c.witness, 'kind', w.kind, 'line', c.line, 'timeS', c.time_s)) as lines
from journal_cosignature c
  join journal_checkpoint k on k.mine_id = c.mine_id and k.size = c.size
  cross join lateral (select kind from witness w where w.mine_id = c.mine_id and w.name = c.witness
    order by w.until desc nulls first, w.id limit 1) w
where c.mine_id = $1 and ${holds}
group by c.size, k.note
having count(*) filter (where w.kind = 'committee') >= $3 and count(*) filter (where w.kind = 'phone') >= $4
order by c.size ${order} limit 4`

const withBreak = (line: string): string => (line.endsWith('\n') ? line : `${line}\n`)

/** Phones cut their time to the day: where nobody else signed, the time may be later by as much. */
function witnessedBy(policy: Policy, { size, note, lines }: Cosigned): Witnessed | undefined {
  const timeS = isWitnessed(policy, note + lines.map(({ line }) => withBreak(line)).join(''), isSigned)
  if (timeS === undefined) return undefined
  const signed = lines.filter((line) => line.timeS <= timeS)
  const isCut = signed.every(({ kind }) => kind === 'phone')
  const by = signed.map(({ name }) => name).sort()
  return { size, timeS, by, ...(isCut && { withinS: DAY_S }) }
}

/** The witnessed checkpoints that bound a leaf: the last that lacks it and the first that has it, where there are such (docs/pack.md, Time). */
export async function listWitnessedAround(db: Db, asked: Asked): Promise<Witnessed[]> {
  const word = await findWord(db, asked)
  if (!word) return []
  const { committees, phones } = word.quorum
  const found: Witnessed[] = []
  for (const side of [SIDES.lacks, SIDES.has]) {
    const values = [asked.mineId, asked.index, committees, phones]
    const cosigned = await ask<Cosigned>(db, statementFor(side), values)
    const closest = cosigned.map((one) => witnessedBy(word.policy, one)).find((one) => one !== undefined)
    if (closest) found.push(closest)
  }
  return found
}
