import { addUnmasking, isUnmaskingOn, unmaskingRecord } from '../../access/store/unmasking.ts'
import { findScheme } from '../../assessment/store/schemes.ts'
import { append } from '../../journal/store/append.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import { decimalText } from '../../kit/excel/cells.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { type ExportRows, exportWorkbook } from '../sheets/export.ts'
import type { Desk, LedgerRowOf } from '../sheets/hand.ts'
import { HANDS } from '../sheets/hands.ts'
import { RECORD_LEDGERS } from './bring-in.ts'
import { deskOf } from './desk.ts'

type IdNumbers = 'with-id-numbers' | 'without-id-numbers'

async function schemeRows(db: Db, { mineId }: Desk): Promise<Pick<ExportRows, 'scheme' | 'grades'>> {
  const scheme = await findScheme(db, mineId, 'latest')
  if (!scheme) return {}
  const items = scheme.items.map((item) => ({
    no: item.no,
    heading: item.heading || null,
    title: item.title,
    of: decimalText(item.of / 100),
    fact: item.fact,
    rule: item.scoring.rule,
    parameters: item.parameters || null,
    basis: item.basis || null,
  }))
  const bands = scheme.hasOwnBands ? scheme.bands : []
  return {
    scheme: items as LedgerRowOf<'scheme'>[],
    grades: bands.map(({ grade, least }) => ({
      grade,
      least: decimalText(least / 100),
    })) as LedgerRowOf<'grades'>[],
  }
}

/** Every record of the mine in the form of its ledger. */
export async function listExport(db: Db, desk: Desk, idNumbers: IdNumbers): Promise<ExportRows> {
  const rows: Record<string, unknown> = await schemeRows(db, desk)
  for (const ledger of RECORD_LEDGERS)
    rows[ledger] = (await HANDS[ledger].list(db, desk)).flatMap(({ values, gone }) => (gone ? [] : [values]))
  const roster = (rows['roster'] ?? []) as LedgerRowOf<'roster'>[]
  if (idNumbers === 'without-id-numbers') rows['roster'] = roster.map((row) => ({ ...row, idNumber: null }))
  return rows as ExportRows
}

const fileOf = (rows: ExportRows, now: Date): { fileName: string; content: string } => ({
  fileName: `台账 ${dayAt(now)}.xlsx`,
  content: Buffer.from(exportWorkbook(rows)).toString('base64'),
})

const exportLedgers = on(contract.export, 'mine', async (asked) =>
  fileOf(await listExport(asked.tx, deskOf(asked), 'without-id-numbers'), asked.now),
)

const exportUnmasked = on(contract.exportUnmasked, 'mine', async (asked) => {
  const { tx, actor, input, now } = asked
  if (!(await isUnmaskingOn(tx, actor.mineId))) return refuse('unmasking-off')
  const desk = deskOf(asked)
  const rows = await listExport(tx, desk, 'with-id-numbers')
  const id = await addUnmasking(
    tx,
    { mineId: actor.mineId, now },
    { personId: null, field: 'idNumber', reason: input.reason, accountId: actor.accountId },
  )
  await append(tx, desk.by, 'ledger.exportUnmasked', unmaskingRecord, [id])
  return fileOf(rows, now)
})

export const exportActions: readonly Action[] = [exportLedgers, exportUnmasked]
