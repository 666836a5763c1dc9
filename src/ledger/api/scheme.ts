import { showFactKey } from '../../assessment/rules/fact-keys.ts'
import { lintScheme } from '../../assessment/rules/lint.ts'
import { pointsFrom } from '../../assessment/rules/points.ts'
import { addScheme, type NewScheme, schemeRecord } from '../../assessment/store/new-scheme.ts'
import { findScheme } from '../../assessment/store/schemes.ts'
import { append, type By } from '../../journal/store/append.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { parseRatio, ratio } from '../../kit/ratio.ts'
import type { Refused } from '../../kit/refuse.ts'
import type { Desk } from '../sheets/hand.ts'
import type { Ledgers } from '../sheets/read.ts'
import type { LedgerPlan } from './bring-in.ts'

const hundredthsOf = (decimal: string): number => pointsFrom(parseRatio(decimal) ?? ratio(0))

/** The scheme of a workbook: its two sheets as one. Undefined when it has no item. */
export function schemeOf({ scheme, grades }: Pick<Ledgers, 'scheme' | 'grades'>): NewScheme | undefined {
  if (scheme.length === 0) return undefined
  return {
    items: scheme.map(({ values }) => ({
      no: values.no,
      heading: values.heading ?? '',
      title: values.title,
      ofHundredths: hundredthsOf(values.of),
      fact: showFactKey(values.fact),
      rule: values.rule,
      parameters: values.parameters ?? '',
      basis: values.basis ?? '',
    })),
    bands: grades.map(({ values }) => ({ grade: values.grade, leastHundredths: hundredthsOf(values.least) })),
  }
}

/** What the policy lint says against the scheme of a workbook; nothing: it may be used. */
export const lintOf = ({ scheme }: Pick<Ledgers, 'scheme'>): Refused[] =>
  lintScheme(
    scheme.map(({ values }) => ({
      no: values.no,
      ...(values.heading && { heading: values.heading }),
      title: values.title,
      fact: showFactKey(values.fact),
    })),
  )

type Standing = 'none' | 'same' | 'new' | 'refused'

/** A scheme comes in whole or not at all: an item is meaningless without the others, and versions never change (A5.1). */
async function standingOf(
  db: Db,
  { mineId }: Desk,
  ledgers: Ledgers,
): Promise<{ standing: Standing; scheme: NewScheme | undefined }> {
  const scheme = schemeOf(ledgers)
  if (!scheme) return { standing: 'none', scheme }
  if (lintOf(ledgers).length > 0) return { standing: 'refused', scheme }
  const latest = await findScheme(db, mineId, 'latest')
  const kept: NewScheme | undefined = latest && {
    items: latest.items.map((item) => ({
      no: item.no,
      heading: item.heading,
      title: item.title,
      ofHundredths: item.of,
      fact: showFactKey(item.fact),
      rule: item.scoring.rule,
      parameters: item.parameters,
      basis: item.basis,
    })),
    bands: latest.hasOwnBands
      ? latest.bands.map((band) => ({ grade: band.grade, leastHundredths: band.least }))
      : [],
  }
  const bandsByLeast = [...scheme.bands].sort((a, b) => b.leastHundredths - a.leastHundredths)
  const same = JSON.stringify(kept) === JSON.stringify({ ...scheme, bands: bandsByLeast })
  return { standing: same ? 'same' : 'new', scheme }
}

function plansOf(ledgers: Ledgers, standing: Standing): LedgerPlan[] {
  const effect = (rows: number): Omit<LedgerPlan, 'ledger' | 'sheet'> => ({
    added: standing === 'new' ? rows : 0,
    changed: 0,
    same: standing === 'same' ? rows : 0,
    conflicts: [],
    newRows: [],
    changes: [],
  })
  return (['scheme', 'grades'] as const).map((ledger) => ({
    ledger,
    sheet: ledgers[ledger][0]?.sheet ?? null,
    ...effect(ledgers[ledger].length),
  }))
}

export const planScheme = async (db: Db, desk: Desk, ledgers: Ledgers): Promise<LedgerPlan[]> =>
  plansOf(ledgers, (await standingOf(db, desk, ledgers)).standing)

/** Makes the next version when the workbook's scheme differs from the latest. */
export async function bringScheme(tx: Tx, desk: Desk & { by: By }, ledgers: Ledgers): Promise<LedgerPlan[]> {
  const { standing, scheme } = await standingOf(tx, desk, ledgers)
  if (standing === 'new' && scheme) {
    const id = await addScheme(tx, desk, { ...scheme, source: 'import' })
    await append(tx, desk.by, 'ledger.commit', schemeRecord, [id])
  }
  return plansOf(ledgers, standing)
}
