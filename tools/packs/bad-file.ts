import type { PackCode } from '../../src/journal/rules/pack/finding.ts'
import { zip } from '../../src/kit/excel/zip-write.ts'
import { type Draft, must } from './draft.ts'
import { fileOf, jsonOf, pageWith } from './file.ts'

/** A file that is no good pack, and the first code a verifier has to report. */
export type BadFile = {
  readonly name: string
  readonly code: PackCode
  readonly make: (pack: Draft) => Uint8Array
}

const textOf = (pack: Draft): string => JSON.stringify(pack)
const fromText = (text: string): Uint8Array => fileOf(new TextEncoder().encode(text))
const without = (pack: Draft, name: keyof Draft): unknown => ({ ...pack, [name]: undefined })
const nested = (deep: number): string => `${'['.repeat(deep)}${']'.repeat(deep)}`

/** A byte of a file changed, counted from its end. */
function changed(file: Uint8Array, fromEnd: number): Uint8Array {
  const copy = Uint8Array.from(file)
  const at = copy.length - fromEnd
  copy[at] = must(copy[at]) ^ 0x55
  return copy
}

/** Where the CRC of the last file stands in its line of the directory, from the end of the zip. */
const CRC_FROM_END = 22 + 'pack.json'.length + 46 - 16
const COMMENT_FROM_END = 22 + 'pack.json'.length + 46 - 32
const SIZE_FROM_END = 22 + 'pack.json'.length + 46 - 24

const UNREADABLE: readonly (readonly [string, (pack: Draft) => Uint8Array])[] = [
  ['cut', (pack) => fileOf(jsonOf(pack)).slice(0, -30)],
  [
    'cut-half',
    (pack) => {
      const file = fileOf(jsonOf(pack))
      return file.slice(0, file.length >> 1)
    },
  ],
  ['comment', (pack) => Buffer.concat([changed(fileOf(jsonOf(pack)), 2), Buffer.alloc(0x55, 0x61)])],
  ['comment-only-said', (pack) => changed(fileOf(jsonOf(pack)), 2)],
  ['comment-of-file', (pack) => changed(fileOf(jsonOf(pack)), COMMENT_FROM_END)],
  ['no-zip', () => new TextEncoder().encode('this is no pack')],
  ['no-file', () => new Uint8Array(0)],
  ['no-pack', () => zip(new Map([['README.txt', 'nothing here']]))],
  ['crc', (pack) => changed(fileOf(jsonOf(pack)), CRC_FROM_END)],
  ['size', (pack) => changed(fileOf(jsonOf(pack)), SIZE_FROM_END)],
  ['name-twice', (pack) => fromText(textOf(pack).replace('"records":', '"policy":"","records":'))],
  ['version', (pack) => fileOf(jsonOf({ ...pack, v: 'pitlamp-pack/2' }))],
  ['missing', (pack) => fileOf(jsonOf(without(pack, 'draw')))],
  ['more', (pack) => fileOf(jsonOf({ ...pack, more: 1 }))],
  ['shape', (pack) => fileOf(jsonOf({ ...pack, records: {} }))],
  ['no-checkpoint', (pack) => fileOf(jsonOf({ ...pack, checkpoints: [], consistency: [] }))],
  [
    'no-revision',
    (pack) => fileOf(jsonOf({ ...pack, records: pack.records.map((one) => ({ ...one, revisions: [] })) })),
  ],
  [
    'day',
    (pack) =>
      fileOf(jsonOf({ ...pack, records: pack.records.map((one) => ({ ...one, happened: '3 July' })) })),
  ],
  ['fraction', (pack) => fromText(textOf(pack).replace(/"from":(\d+)/, '"from":$1.0'))],
  ['exponent', (pack) => fromText(textOf(pack).replace(/"from":(\d+)/, '"from":$1e0'))],
  ['minus-nothing', (pack) => fromText(textOf(pack).replace(/"erased":null/, '"erased":-0'))],
  ['unsafe', (pack) => fromText(textOf(pack).replace(/"erased":null/, '"erased":9007199254740992'))],
  ['surrogate', (pack) => fromText(textOf(pack).replace('"title":"', '"title":"\\ud800'))],
  ['deep', (pack) => fromText(textOf(pack).replace(/"value":[^,]+,"salt"/, `"value":${nested(62)},"salt"`))],
  ['mark', (pack) => fromText(`\ufeff${textOf(pack)}`)],
  ['comma', (pack) => fromText(`${textOf(pack).slice(0, -1)},}`)],
  ['behind', (pack) => fromText(`${textOf(pack)}null`)],
  ['not-utf8', (pack) => fileOf(Buffer.concat([jsonOf(pack).slice(0, -1), Buffer.from([0x20, 0xff, 0x7d])]))],
]

const DIFFERS: readonly (readonly [string, (pack: Draft) => Uint8Array])[] = [
  ['other', (pack) => fileOf(jsonOf(pack), pageWith(jsonOf({ ...pack, policy: '' })))],
  ['none', (pack) => fileOf(jsonOf(pack), '<!doctype html>')],
  ['twice', (pack) => fileOf(jsonOf(pack), pageWith(jsonOf(pack)).repeat(2))],
  ['no-gzip', (pack) => fileOf(jsonOf(pack), '<script id="pack" type="application/gzip">AAAA</script>')],
  ['space', (pack) => fileOf(jsonOf(pack), pageWith(new TextEncoder().encode(`${textOf(pack)} `)))],
]

/** Ways to spoil the file of a pack. */
export const BAD_FILES: readonly BadFile[] = [
  ...UNREADABLE.map(([name, make]) => ({
    name: `unreadable-${name}`,
    code: 'pack-unreadable' as const,
    make,
  })),
  ...DIFFERS.map(([name, make]) => ({ name: `differs-${name}`, code: 'pack-differs' as const, make })),
]
