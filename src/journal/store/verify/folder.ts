import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isRefused } from '../../../kit/refuse.ts'
import { type Checkpoint, parseCheckpoint } from '../../rules/checkpoint.ts'
import { sameBytes } from '../../rules/hash.ts'
import { parseNote, type Signer, verdictOn } from '../../rules/note.ts'
import type { TileTree } from '../../rules/tiles.ts'
import { realDisk } from '../disk.ts'
import { findShown } from '../signer.ts'
import { checkTiles } from '../tiles.ts'
import { isSigned } from './checkpoints.ts'
import { type Finding, type Findings, gatherFindings } from './finding.ts'

/** A log as somebody was given it in a folder, its key, and the checkpoints they kept themselves. */
export type Given = { readonly folder: string; readonly log: Signer; readonly notes: readonly string[] }

export type FolderReport = {
  readonly leaves: number
  readonly checkpoints: number
  readonly found: number
  readonly findings: readonly Finding[]
}

const namesIn = (folder: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(() => [])

const isLog = async (folder: string): Promise<boolean> =>
  (await namesIn(folder)).some((one) => (one.isDirectory() ? one.name === 'tile' : one.name === 'checkpoint'))

/** The folders of logs that somebody may mean by a folder: itself, or else those right in it. A log whose checkpoint or tiles are gone is one. */
export async function listLogFolders(folder: string): Promise<string[]> {
  if (await isLog(folder)) return [folder]
  const found: string[] = []
  for (const one of await namesIn(folder)) {
    const inside = join(folder, one.name)
    if (one.isDirectory() && (await isLog(inside))) found.push(inside)
  }
  return found
}

/** What a note says, when the log signed it. Others may have signed below. */
function readSigned(note: string, log: Signer): Checkpoint | undefined {
  const parsed = parseNote(note)
  if (isRefused(parsed) || verdictOn(parsed, log, isSigned)?.good !== true) return undefined
  const checkpoint = parseCheckpoint(parsed.text)
  return isRefused(checkpoint) || checkpoint.origin !== log.name ? undefined : checkpoint
}

/** What the bytes of a leaf tell; nothing when they are no JSON. */
function toldBy(leaf: Uint8Array): { readonly log?: unknown; readonly received?: unknown } {
  try {
    return JSON.parse(Buffer.from(leaf).toString()) ?? {}
  } catch {
    return {}
  }
}

type Walk = { readonly add: (code: Finding['code'], idx: number) => void; readonly kept: Checkpoint[] }

/** Holds each leaf against the one before, and the tree against each checkpoint at its size. */
function walkWith(log: Signer, { add, kept }: Walk): (leaf: Uint8Array, tree: TileTree) => void {
  let [before, at] = ['', 0]
  return (leaf, tree) => {
    const size = tree.size()
    const { log: named, received } = toldBy(leaf)
    if (named !== log.name || typeof received !== 'string') add('leaf-changed', size - 1)
    else if (received <= before) add('time-not-rising', size - 1)
    before = typeof received === 'string' ? received : before
    for (; kept[at]?.size === size; at += 1)
      if (!sameBytes(kept[at]?.root ?? leaf, tree.root())) add('checkpoint-inconsistent', size)
  }
}

function readAll({ log, notes }: Given, shown: string | undefined, findings: Findings): Checkpoint[] {
  const texts = [...notes, ...(shown === undefined ? [] : [shown])]
  const read = texts.map((note) => ({ note, checkpoint: readSigned(note, log) }))
  for (const { note, checkpoint } of read)
    if (!checkpoint)
      findings.add({ code: 'checkpoint-changed', mineId: '', id: note.slice(0, 60).split('\n')[0] ?? '' })
  const kept = read.flatMap(({ checkpoint }) => checkpoint ?? [])
  return kept.toSorted((a, b) => a.size - b.size)
}

/**
 * Checks a log from its tiles alone, without its server and its database (C2SP tlog-tiles): every leaf, every tile, the root, and that every
 * checkpoint that was kept is a beginning of what is there now.
 */
export async function verifyFolder(given: Given): Promise<FolderReport> {
  const { folder, log } = given
  const findings = gatherFindings()
  const add = (code: Finding['code'], idx: number): void => findings.add({ code, mineId: '', idx })
  const shown = await findShown(realDisk, folder)
  const kept = readAll(given, shown, findings)
  const tree = shown === undefined ? undefined : readSigned(shown, log)
  if (!tree) add('checkpoint-missing', 0)
  for (const { size } of kept) if (size > (tree?.size ?? 0)) add('log-shorter', size)
  const bad = tree ? await checkTiles(realDisk, folder, tree, walkWith(log, { add, kept })) : []
  for (const { path, index, wrong } of bad)
    findings.add({
      code: wrong === 'missing' ? 'tile-missing' : 'tile-changed',
      mineId: '',
      id: path,
      idx: index,
    })
  return {
    leaves: tree?.size ?? 0,
    checkpoints: kept.length,
    found: findings.count(),
    findings: findings.kept,
  }
}
