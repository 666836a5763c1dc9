import { append } from '../journal/store/append.ts'
import { LIMITS } from '../kit/excel/workbook.ts'
import { openZip, unpack } from '../kit/excel/zip.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { findUnit } from '../org/store.ts'
import { contract } from './contract.ts'
import { stripJpeg, stripPng } from './rules/pictures.ts'
import {
  checkSize,
  type FileKind,
  isActivePdf,
  isClassified,
  kindByName,
  lookAt,
  MIMES,
  officeKind,
} from './rules.ts'
import {
  addMaterial,
  findBytes,
  findHolder,
  findMaterial,
  listMaterials,
  materialRecord,
  type NewFile,
  withdrawMaterial,
} from './store.ts'

const list = on(contract.listMaterials, 'wherever-allowed', async ({ actor, reach, tx }) => {
  const materials = await listMaterials(tx, { mineId: actor.mineId, reach })
  return { materials: materials.map(({ body, withdrawn, ...shown }) => shown) }
})

const find = on(
  contract.findMaterial,
  'wherever-allowed',
  async ({ input, actor, reach, tx }) =>
    (await findMaterial(tx, { mineId: actor.mineId, reach }, input.id)) ?? refuse('no-such-material'),
)

const findFile = on(contract.findFile, 'wherever-allowed', async ({ input, actor, reach, tx }) => {
  const { mineId } = actor
  const material = await findMaterial(tx, { mineId, reach }, input.id)
  if (!material) return refuse('no-such-material')
  const bytes = await findBytes(tx, mineId, material.id)
  if (!material.file || !bytes) return refuse('no-file')
  return { name: material.file.name, mime: MIMES[material.file.kind], base64: bytes.toString('base64') }
})

type No = Refused<
  | 'empty-file'
  | 'file-too-large'
  | 'wrong-file-kind'
  | 'misnamed-file'
  | 'damaged-file'
  | 'file-with-macros'
  | 'classified-mark'
>

const CONTENTS = '[content_types].xml'
const MOST_CONTENTS = 1_000_000

/** What an archive is: an Office file without macros. Of its parts only the list of contents is unpacked. */
async function kindOfZip(bytes: Buffer): Promise<FileKind | No> {
  const parts = await openZip(bytes, LIMITS)
  if (isRefused(parts)) return refuse('damaged-file')
  const chunks: Uint8Array[] = []
  const contents = parts.get(CONTENTS)
  if (!contents) return refuse('wrong-file-kind')
  if (contents.claimed > MOST_CONTENTS) return refuse('damaged-file')
  const no = await unpack(contents, LIMITS, (chunk) => void chunks.push(chunk))
  if (no) return refuse('damaged-file')
  return officeKind(new Set(parts.keys()), Buffer.concat(chunks).toString('utf8'))
}

/** Pictures come in without what the camera wrote into them (R10.1). */
const STRIPPED: Partial<Record<FileKind, (bytes: Uint8Array) => Uint8Array | Refused<'damaged-file'>>> = {
  jpeg: stripJpeg,
  png: stripPng,
}

/** Looks at a file that was sent: what it is by its content, which its name has to agree with, and whether it may come in. */
async function readFile({ name, base64 }: { name: string; base64: string }): Promise<NewFile | No> {
  const bytes = Buffer.from(base64, 'base64')
  const sized = checkSize(bytes.length)
  if (isRefused(sized)) return sized
  const named = kindByName(name)
  if (isRefused(named)) return named
  const seen = lookAt(bytes, () => bytes.toString('utf8'))
  const kind = seen === 'zip' ? await kindOfZip(bytes) : seen
  if (isRefused(kind)) return kind
  if (!kind) return refuse('wrong-file-kind')
  if (kind !== named) return refuse('misnamed-file')
  if (kind === 'pdf' && isActivePdf(bytes.toString('latin1'))) return refuse('file-with-macros')
  const picture = STRIPPED[kind]?.(bytes)
  if (picture) return isRefused(picture) ? picture : { name, kind, bytes: Buffer.from(picture) }
  if (kind === 'txt' && isClassified(bytes.toString('utf8'))) return refuse('classified-mark', 'R10.1')
  return { name, kind, bytes }
}

const add = on(
  contract.addMaterial,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    if (!(await findUnit(tx, mineId, input.orgId))) return refuse('no-such-unit')
    if (input.body === '' && input.file === null) return refuse('nothing-to-read')
    if (isClassified(`${input.title}\n${input.body}`)) return refuse('classified-mark', 'R10.1')
    const file = input.file && (await readFile(input.file))
    if (isRefused(file)) return file

    const id = await addMaterial(tx, { mineId, now }, { ...input, file })
    const author = { mineId, actorId: actor.accountId, now, src: 'web', keys } as const
    await append(tx, author, contract.addMaterial.name, materialRecord, [id])
    return { id }
  },
)

const withdraw = on(
  contract.withdrawMaterial,
  async ({ input, actor, db }) => {
    const held = await findHolder(db, actor.mineId, input.id)
    return held ? { orgId: held.orgId } : refuse('no-such-material')
  },
  async ({ input, actor, now, tx, keys }) => {
    const { mineId, accountId } = actor
    const isNew = await withdrawMaterial(tx, { mineId, now }, { ...input, by: accountId })
    if (!isNew) return refuse('material-withdrawn')

    const author = { mineId, actorId: accountId, now, src: 'web', keys } as const
    await append(tx, author, contract.withdrawMaterial.name, materialRecord, [input.id])
    return {}
  },
)

/** What the library can do. */
export const actions: readonly Action[] = [list, find, findFile, add, withdraw]
