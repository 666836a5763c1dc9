import { isRefused } from '../../../kit/refuse.ts'
import { fromBase64 } from '../base64.ts'
import { drawFrom, seedOf } from '../draw.ts'
import { sameBytes } from '../hash.ts'
import { parseNote, verdictOn } from '../note.ts'
import type { Tell } from './finding.ts'
import type { Log } from './log.ts'
import type { Pack, PackDraw } from './shape.ts'

/** Whether the note the seed was made from is a checkpoint of the log with its signature alone, and one the pack has. */
function isOfLog({ from }: PackDraw, { signer, byNote }: Log): boolean {
  const note = parseNote(from.note)
  if (isRefused(note) || note.signatures.length !== 1) return false
  const isKnown = [...byNote.values()].some((one) => one.note.text === note.text)
  return isKnown && (!signer || verdictOn(note, signer)?.good === true)
}

function isSeeded({ seed, from }: PackDraw): boolean {
  const bytes = fromBase64(seed)
  return bytes !== undefined && sameBytes(bytes, seedOf(from.note, from.words))
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at])

/** Draws again, and holds what was drawn against the records (docs/pack.md, Draw). */
export function checkDraw({ draw, records }: Pack, log: Log, tell: Tell): void {
  if (!draw) return
  const seed = fromBase64(draw.seed) ?? new Uint8Array(0)
  if (!isOfLog(draw, log) || !isSeeded(draw)) tell('draw-bad')
  const [names, drawnNames] = [Object.keys(draw.strata), Object.keys(draw.drawn)]
  if (names.length !== drawnNames.length) tell('draw-bad')
  const again = drawFrom(seed, draw.strata, draw.each)
  const strata = new Map(records.map(({ subject, stratum }) => [subject, stratum]))
  for (const name of names) {
    const [all, drawn] = [
      draw.strata[name] ?? [],
      Object.hasOwn(draw.drawn, name) ? (draw.drawn[name] ?? []) : undefined,
    ]
    const isRight = drawn && isSame(drawn, again[name] ?? []) && new Set(all).size === all.length
    if (!isRight || drawn.some((subject) => strata.get(subject) !== name)) tell('draw-bad', { name })
  }
}
