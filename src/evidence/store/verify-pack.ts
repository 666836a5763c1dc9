import { type Checked, checkPack } from '../../journal/rules/pack/check.ts'
import { openFile, readPack } from '../../journal/rules/pack/file.ts'
import type { PackFinding } from '../../journal/rules/pack/finding.ts'
import type { Pack } from '../../journal/rules/pack/shape.ts'
import { unpack } from '../../journal/store/unpack.ts'
import { checkScores } from '../rules/pack-scores.ts'

/** What a pack's file was found to be. No finding: the pack is good. `read`: what it holds, where it could be read. */
export type Verified = {
  readonly findings: readonly PackFinding[]
  readonly read: { readonly pack: Pack; readonly checked: Checked } | undefined
}

function runOut<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Checks the bytes of a pack's zip, or of a bare `pack.json`, in every point of docs/pack.md. */
export async function verifyPack(file: Uint8Array): Promise<Verified> {
  const opened = await openFile(file, unpack)
  if ('code' in opened) return { findings: [opened], read: undefined }
  const pack = runOut(readPack(opened.json))
  if (!pack) return { findings: [{ code: 'pack-unreadable' }], read: undefined }
  const checked = runOut(checkPack(pack, checkScores))
  const differs: PackFinding[] = opened.page === 'other' ? [{ code: 'pack-differs' }] : []
  return { findings: [...differs, ...checked.findings], read: { pack, checked } }
}
