import { toBase64 } from '../../src/journal/rules/base64.ts'
import { type Entry, leafBytes } from '../../src/journal/rules/leaf.ts'
import { DAY_FIELDS } from '../../src/journal/rules/pack/day.ts'
import type { Faults } from '../../src/journal/rules/pack/test/writing.ts'
import { type Draft, edited, must, shifted } from './draft.ts'
import { type Bad, drawOf, last, swap } from './spoil.ts'

const entryIn = (leaf: string): Entry => JSON.parse(Buffer.from(leaf, 'base64').toString())
const leafOf = (text: string): string => Buffer.from(text).toString('base64')
const textOf = (leaf: string): string => Buffer.from(leaf, 'base64').toString()
const revisionsOf = (pack: Draft) => pack.records.flatMap(({ revisions }) => revisions)
/** A revision that discloses something, and the first name it does. */
function opened(pack: Draft) {
  const revision = must(revisionsOf(pack).find((one) => Object.keys(one.opened).length > 0))
  const [name, field] = must(Object.entries(revision.opened)[0])
  return { revision, name, field }
}
/** A record with a day that was sealed. */
const dated = (pack: Draft) =>
  must(
    pack.records.find(
      ({ happened, revisions }) =>
        happened !== null && DAY_FIELDS.some((field) => last(revisions).opened[field] !== undefined),
    ),
  )
const several = (pack: Draft) => must(pack.records.find(({ revisions }) => revisions.length > 2))

const changedEntry =
  (nth: number, change: (entry: Entry, before: Entry | undefined) => Entry): ((seed: number) => Faults) =>
  () => {
    const entries: Entry[] = []
    return {
      entry: (entry) => {
        const before = entries.findLast(({ subject }) => subject === entry.subject)
        const of = entry.rev === nth ? change(entry, before) : entry
        entries.push(of)
        return of
      },
    }
  }

/** Ways to spoil records and their revisions. */
export const BAD_RECORDS: readonly Bad[] = [
  {
    name: 'leaf-revision-dropped',
    code: 'leaf-bad',
    spoil: (pack) => void several(pack).revisions.splice(1, 1),
  },
  { name: 'leaf-first-dropped', code: 'leaf-bad', spoil: (pack) => void several(pack).revisions.shift() },
  { name: 'leaf-order', code: 'leaf-bad', spoil: (pack) => swap(several(pack).revisions, 0, 1) },
  {
    name: 'leaf-twice',
    code: 'leaf-bad',
    spoil: (pack) => void pack.records.push(structuredClone(must(pack.records[0]))),
  },
  {
    name: 'leaf-subject',
    code: 'leaf-bad',
    spoil: (pack) => {
      must(
        pack.records.find(({ subject }) => !Object.values(drawOf(pack).drawn).flat().includes(subject)),
      ).subject += 'x'
    },
  },
  {
    name: 'leaf-space',
    code: 'leaf-bad',
    spoil: (pack) => {
      const one = must(revisionsOf(pack)[0])
      one.leaf = leafOf(textOf(one.leaf).replace('{', '{ '))
    },
  },
  {
    name: 'leaf-mark',
    code: 'leaf-bad',
    spoil: (pack) => {
      const one = must(revisionsOf(pack)[0])
      one.leaf = leafOf(`\ufeff${textOf(one.leaf)}`)
    },
  },
  {
    name: 'leaf-not-base64',
    code: 'leaf-bad',
    spoil: (pack) => {
      must(revisionsOf(pack)[0]).leaf += '\n'
    },
  },
  {
    name: 'leaf-more',
    code: 'leaf-bad',
    spoil: (pack) => {
      const one = must(revisionsOf(pack)[0])
      one.leaf = toBase64(leafBytes({ ...entryIn(one.leaf), ...{ x: 1 } }))
    },
  },
  {
    name: 'leaf-instant',
    code: 'leaf-bad',
    faults: changedEntry(1, (entry) => ({ ...entry, received: '2026-02-30T00:00:00Z' })),
  },
  {
    name: 'leaf-log',
    code: 'leaf-bad',
    faults: changedEntry(2, (entry) => ({ ...entry, log: 'other.example/log' })),
  },
  {
    name: 'proof-swapped',
    code: 'proof-bad',
    spoil: (pack) => {
      const [a, b] = [must(pack.records[0]?.revisions[0]), must(pack.records[1]?.revisions[0])]
      ;[a.proof, b.proof] = [b.proof, a.proof]
    },
  },
  {
    name: 'proof-node',
    code: 'proof-bad',
    spoil: (pack) => {
      const one = must(revisionsOf(pack)[0])
      one.proof = edited(one.proof, one.proof.indexOf('\n', 24) + 5)
    },
  },
  {
    name: 'proof-index',
    code: 'proof-bad',
    spoil: (pack) => {
      const one = must(revisionsOf(pack)[0])
      one.proof = one.proof.replace(/\nindex (\d+)/, (_, index) => `\nindex ${Number(index) + 1}`)
    },
  },
  {
    name: 'proof-head',
    code: 'proof-bad',
    spoil: (pack) => {
      const one = must(revisionsOf(pack)[0])
      one.proof = one.proof.replace('@v1', '@v2')
    },
  },
  {
    name: 'proof-note-unknown',
    code: 'proof-bad',
    spoil: (pack) => {
      const one = must(revisionsOf(pack)[0])
      one.proof = one.proof.replace(/— phone-1.*\n$/, '')
    },
  },
  {
    name: 'proof-leaf-edited',
    code: 'proof-bad',
    spoil: (pack) => {
      const one = must(revisionsOf(pack)[0])
      one.leaf = leafOf(textOf(one.leaf).replace('"src":"web"', '"src":"job"'))
    },
  },
  {
    name: 'chain-prev',
    code: 'chain-bad',
    faults: changedEntry(2, (entry) => ({ ...entry, prev: edited(must(entry.prev), 2) })),
  },
  {
    name: 'chain-prev-first',
    code: 'chain-bad',
    faults: changedEntry(1, (entry) => ({ ...entry, prev: entry.actor })),
  },
  {
    name: 'chain-prev-none',
    code: 'chain-bad',
    faults: changedEntry(2, (entry) => ({ ...entry, prev: null })),
  },
  {
    name: 'chain-received',
    code: 'chain-bad',
    faults: changedEntry(2, (entry, before) => ({ ...entry, received: must(before).received })),
  },
  {
    name: 'field-value',
    code: 'field-bad',
    spoil: (pack) => {
      opened(pack).field.value = '改过的'
    },
  },
  {
    name: 'field-type',
    code: 'field-bad',
    spoil: (pack) => {
      const { field } = opened(pack)
      field.value = [field.value]
    },
  },
  {
    name: 'field-salt',
    code: 'field-bad',
    spoil: (pack) => {
      const { field } = opened(pack)
      field.salt = edited(field.salt, 7)
    },
  },
  {
    name: 'field-salt-short',
    code: 'field-bad',
    spoil: (pack) => {
      opened(pack).field.salt = 'AAAA'
    },
  },
  {
    name: 'field-salt-spelling',
    code: 'field-bad',
    spoil: (pack) => {
      const { field } = opened(pack)
      field.salt = `${field.salt.slice(0, -1)}`
    },
  },
  {
    name: 'fields-missing',
    code: 'fields-bad',
    spoil: (pack) => void must(revisionsOf(pack).find(({ withheld }) => withheld.length > 0)).withheld.pop(),
  },
  {
    name: 'fields-more',
    code: 'fields-bad',
    spoil: (pack) => void must(revisionsOf(pack)[0]).withheld.push('secret'),
  },
  {
    name: 'fields-both',
    code: 'fields-bad',
    spoil: (pack) => {
      const { revision, name } = opened(pack)
      revision.withheld.push(name)
    },
  },
  {
    name: 'fields-twice',
    code: 'fields-bad',
    spoil: (pack) => {
      const one = must(revisionsOf(pack).find(({ withheld }) => withheld.length > 0))
      one.withheld.push(last(one.withheld))
    },
  },
  {
    name: 'fields-opened-unknown',
    code: 'fields-bad',
    spoil: (pack) => {
      const { revision, field } = opened(pack)
      revision.opened['unknown'] = field
    },
  },
  {
    name: 'erased-elsewhere',
    code: 'erased-bad',
    spoil: (pack) => {
      const one = must(revisionsOf(pack).find(({ erased }) => erased !== null))
      one.erased = must(one.erased) - 1
    },
  },
  {
    name: 'erased-no-notice',
    code: 'erased-bad',
    spoil: (pack) =>
      void must(
        pack.records.find(({ revisions }) => revisions.some(({ erased }) => erased !== null)),
      ).revisions.pop(),
  },
  {
    name: 'erased-opened',
    code: 'erased-bad',
    spoil: (pack) => {
      const { revision } = opened(pack)
      revision.erased = must(revisionsOf(pack).find(({ erased }) => erased !== null)).erased
    },
  },
  {
    name: 'day-other',
    code: 'day-bad',
    spoil: (pack) => {
      dated(pack).happened = '2026-08-22'
    },
  },
  {
    name: 'day-none',
    code: 'day-bad',
    spoil: (pack) => {
      dated(pack).happened = null
    },
  },
  {
    name: 'day-closed',
    code: 'day-bad',
    spoil: (pack) => {
      const { revisions } = dated(pack)
      const { opened: open, withheld } = must(revisions.at(-1))
      const field = must(DAY_FIELDS.find((one) => Object.hasOwn(open, one)))
      delete open[field]
      withheld.push(field)
    },
  },
  { name: 'time-early', code: 'time-bad', faults: () => ({ cosignedAtS: (timeS) => timeS + 400 * 86_400 }) },
  { name: 'time-late', code: 'time-bad', faults: () => ({ cosignedAtS: (timeS) => timeS - 400 * 86_400 }) },
  {
    name: 'time-leaf',
    code: 'time-bad',
    faults: () => ({ entry: (entry) => ({ ...entry, received: shifted(entry.received, 90 * 86_400) }) }),
  },
]
