import { checkScores } from '../../evidence/rules/pack-scores.ts'
import { type Checked, checkPack } from '../../journal/rules/pack/check.ts'
import { openFile, type PackFile, packOfPage, readPack } from '../../journal/rules/pack/file.ts'
import type { PackFinding } from '../../journal/rules/pack/finding.ts'
import type { Pack } from '../../journal/rules/pack/shape.ts'
import { unpack } from './unpack.ts'

/** A pack that was checked, and what was found. `read` undefined: it could not be read. `ms`: how long it took. */
export type Result = {
  readonly findings: readonly PackFinding[]
  readonly read:
    | { readonly pack: Pack; readonly checked: Checked; readonly page: PackFile['page'] }
    | undefined
  readonly ms: number
}

/** How far the check is. */
export type Progress = {
  readonly step: 'opening' | 'reading' | 'checking'
  readonly done: number
  readonly of: number
}

type Asked = { readonly tell: (progress: Progress) => void; readonly signal: AbortSignal }

/** Longer than this no page may stand still. */
const SLICE_MS = 12

/** Lets the page draw and hear its reader. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => resolve()
    channel.port2.postMessage(null)
  })

/** Runs steps in slices between which the page lives. Throws when the reader stopped it. */
async function sliced<T>(
  steps: Generator<number, T>,
  heed: (done: number) => void,
  signal: AbortSignal,
): Promise<T> {
  for (let until = performance.now() + SLICE_MS; ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    heed(step.value)
    await breathe()
    signal.throwIfAborted()
    until = performance.now() + SLICE_MS
  }
}

const UNREADABLE: PackFinding = { code: 'pack-unreadable' }

async function check(file: PackFile | PackFinding, { tell, signal }: Asked): Promise<Omit<Result, 'ms'>> {
  if ('code' in file) return { findings: [file], read: undefined }
  const of = file.json.length
  const pack = await sliced(readPack(file.json), (done) => tell({ step: 'reading', done, of }), signal)
  if (!pack) return { findings: [UNREADABLE], read: undefined }
  const records = pack.records.length
  const heed = (done: number): void => tell({ step: 'checking', done, of: records })
  const checked = await sliced(checkPack(pack, checkScores), heed, signal)
  const differs: PackFinding[] = file.page === 'other' ? [{ code: 'pack-differs' }] : []
  return { findings: [...differs, ...checked.findings], read: { pack, checked, page: file.page } }
}

/** What is to be checked: the text the page holds, or a file its reader chose. */
export type Source = { readonly held: string } | { readonly file: File }

async function open(source: Source): Promise<PackFile | PackFinding> {
  if ('file' in source) return openFile(new Uint8Array(await source.file.arrayBuffer()), unpack)
  const json = await packOfPage(source.held, unpack)
  return json ? { json, page: 'none' } : UNREADABLE
}

/** Opens and checks a pack in this browser alone. Rejects when its reader stopped it. */
export async function checkSource(source: Source, asked: Asked): Promise<Result> {
  const began = performance.now()
  asked.tell({ step: 'opening', done: 0, of: 1 })
  await breathe()
  const result = await check(await open(source), asked)
  return { ...result, ms: performance.now() - began }
}
