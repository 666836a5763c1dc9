import type { Db } from '../kit/db/db.ts'
import { countingRows, type EvidenceRow, type FactSource, readOnce, type Scope } from '../org/facts.ts'
import { admittedOn, defectsOf } from './rules.ts'
import { listCasesOf, type RecordedCase } from './store/cases.ts'

const casesOf = readOnce(
  (db, { mineId, branches, span }): Promise<RecordedCase[]> =>
    listCasesOf(db, { mineId, branches, on: span.last }),
)

async function listDefects(db: Db, scope: Scope): Promise<EvidenceRow[]> {
  const { first, last } = scope.span
  return (await casesOf(db, scope)).flatMap((of) =>
    defectsOf(of, last)
      .filter(({ on }) => on >= first && on <= last)
      .map(({ clause, on }) => ({ branchId: of.branchId, id: `${of.no}/${clause}@${on}` })),
  )
}

/** `joining.defects`: defects of the branch's cases dated in the span (A3, J1–J13). Evidence: `<person>/J3@2026-07-15`. */
export const defects: FactSource = countingRows(listDefects)

async function listAdmitted(db: Db, scope: Scope): Promise<EvidenceRow[]> {
  const { first, last } = scope.span
  return (await casesOf(db, scope)).flatMap((of) => {
    const on = admittedOn(of)
    return on && on >= first && on <= last ? [{ branchId: of.branchId, id: of.no }] : []
  })
}

/** `joining.admitted`: acceptance meetings dated in the span that passed (A3, J7, J8). Evidence: the persons. */
export const admitted: FactSource = countingRows(listAdmitted)
