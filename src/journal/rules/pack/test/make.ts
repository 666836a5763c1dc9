import { toBase64 } from '../../base64.ts'
import { drawFrom, seedOf } from '../../draw.ts'
import { SIGNATURE_TYPES, showVkey } from '../../note.ts'
import { policyOf } from '../../policy.ts'
import { showTlogProof } from '../../tlog-proof.ts'
import { sealedDay } from '../day.ts'
import type { Pack, PackDraw, PackRecord, PackRevision } from '../shape.ts'
import { type Chance, chanceOf } from './random.ts'
import { type Key, keyOf, type Signing, signAt } from './signing.ts'
import { treeOf } from './tree.ts'
import {
  type Made,
  type Recipe,
  START_MICROS,
  STRATA,
  type Writing,
  type Written,
  writeLog,
} from './writing.ts'

function sizesOf({ chance, recipe, hashes }: Writing): number[] {
  const sizes = new Set([hashes.length])
  while (sizes.size < Math.min(recipe.checkpoints, hashes.length)) sizes.add(1 + chance.below(hashes.length))
  return [...sizes].sort((a, b) => a - b)
}

function revisionOf(
  writing: Writing,
  one: Written,
  isLast: boolean,
): Omit<PackRecord['revisions'][number], 'proof'> {
  const { recipe, written } = writing
  const notice = written.get(one.of)?.find(({ isErasure }) => isErasure)
  const opens = !notice && (recipe.opening === 'all' || (recipe.opening === 'last' && isLast))
  const names = [...one.values.keys()]
  const open = opens ? names.filter((_, at) => at % 3 !== 2) : []
  const salt = (name: string): string => toBase64(one.salts.get(name) ?? new Uint8Array(0))
  return {
    leaf: toBase64(one.bytes),
    opened: Object.fromEntries(
      open.map((name) => [name, { value: one.values.get(name) ?? null, salt: salt(name) }]),
    ),
    withheld: names.filter((name) => !open.includes(name)),
    erased: notice && !one.isErasure ? notice.index : null,
  }
}

/** The day as the last revision opens it; where none of its fields holds it, any. */
function happenedOf(
  last: Written | undefined,
  revision: Pick<PackRevision, 'opened'> | undefined,
  chance: Chance,
): PackRecord['happened'] {
  const sealed = revision && sealedDay([...(last?.values.keys() ?? [])], revision.opened)
  if (!sealed) return chance.pick([null, '2026-07-03'])
  return typeof sealed.day === 'string' ? sealed.day : null
}

function recordOf(signing: Signing, of: Made, notes: ReadonlyMap<number, string>): PackRecord {
  const { writing, tree } = signing
  const { chance, written } = writing
  const own = written.get(of) ?? []
  const proofOf = (index: number): string => {
    const size = chance.pick([...notes.keys()].filter((known) => known > index))
    return showTlogProof({ index, proof: tree.inclusion(index, size), note: notes.get(size) ?? '' })
  }
  const revisions = own.map((one, at) => ({
    ...revisionOf(writing, one, at === own.length - 1),
    proof: proofOf(one.index),
  }))
  return {
    ...{ table: of.kind.table, subject: of.subject, title: `${of.kind.table} ${of.subject.slice(0, 4)}` },
    ...{ happened: happenedOf(own.at(-1), revisions.at(-1), chance), stratum: of.stratum },
    revisions,
    reason: chance.pick([null, { text: '井下工作面停电，记录晚了', at: '2026-07-09' }]),
  }
}

function drawOf(bare: string, made: readonly Made[], chance: Chance): PackDraw {
  const words = chance.pick(['', '明天先查采煤二队', 'tuesday 7'])
  const seed = seedOf(bare, words)
  const strata = Object.fromEntries(
    STRATA.map((name) => [
      name,
      made.filter(({ stratum }) => stratum === name).map(({ subject }) => subject),
    ]),
  )
  const each = 1 + chance.below(3)
  return {
    seed: toBase64(seed),
    from: { note: bare, words },
    each,
    strata,
    drawn: drawFrom(seed, strata, each),
  }
}

/** A pack made whole from a seed: good, but for what `faults` put into it. */
export function makePack(recipe: Recipe): Pack {
  const chance = chanceOf(recipe.seed)
  const log = keyOf(chance, `mine-${recipe.seed}.example/log`, SIGNATURE_TYPES.ed25519)
  const writing: Writing = {
    chance,
    origin: log.signer.name,
    recipe,
    written: new Map(),
    receivedS: [],
    hashes: [],
    micros: START_MICROS,
  }
  const made = writeLog(writing)
  const named = (kind: 'committee' | 'phone', count: number): Key[] =>
    Array.from({ length: count }, (_, at) =>
      keyOf(chance, `${kind}-${at}.example`, SIGNATURE_TYPES.cosignature),
    )
  const witnesses = [...named('committee', recipe.committees), ...named('phone', recipe.phones)]
  const signing: Signing = { log, witnesses, tree: treeOf(writing.hashes), writing }
  const sizes = sizesOf(writing)
  const signed = sizes.map((size) => ({ size, ...signAt(signing, size) }))
  const notes = new Map(signed.map(({ size, full }) => [size, full]))
  const keys = witnesses.map(
    ({ signer }) =>
      ({ vkey: showVkey(signer), kind: signer.name.includes('phone') ? 'phone' : 'committee' }) as const,
  )
  const policy = policyOf(showVkey(log.signer), keys, recipe.quorum)
  return {
    v: 'pitlamp-pack/1',
    about: aboutOf(recipe),
    log: { origin: log.signer.name, vkey: showVkey(log.signer) },
    policy: String(policy),
    checkpoints: signed.map(({ full }) => full),
    consistency: sizes.slice(1).map((to, at) => {
      const from = sizes[at] ?? 0
      return { from, to, proof: signing.tree.consistency(from, to).map(toBase64) }
    }),
    draw: recipe.draw ? drawOf(chance.pick(signed).bare, made, chance) : null,
    records: made.map((of) => recordOf(signing, of, notes)),
    scores: recipe.scores,
  }
}

const aboutOf = ({ draw }: Recipe): Pack['about'] => ({
  ...{
    mine: '测试矿',
    madeAt: '2026-10-08T09:00:00Z',
    scope: ['采煤一队党支部'],
    period: draw ? null : '2026Q3',
  },
  inspection: draw ? { id: 'i1', title: '第三季度抽查', announcedOn: '2026-09-28' } : null,
  redaction: ['身份证号、电话、健康与处分不公开。'],
})
