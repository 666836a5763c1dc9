import { parseFactKey, showFactKey } from '../../assessment/rules/fact-keys.ts'
import {
  addTargets,
  changeTargets,
  listTargets,
  targetRecord,
  type WrittenTarget,
} from '../../assessment/store/targets.ts'
import {
  addPayments,
  changePayments,
  listPaymentsForLedger,
  type Payment,
  paymentRecord,
} from '../../dues/store/payments.ts'
import { CASE_NUMBERS, STEPS } from '../../joining/rules.ts'
import {
  addCases,
  caseRecord,
  changeCases,
  listCasesForLedger,
  type WrittenCase,
} from '../../joining/store/write.ts'
import { type Day, monthOf, spanOfMonth } from '../../kit/day.ts'
import type { Id } from '../../kit/id.ts'
import {
  addPlanRows,
  changePlanRows,
  listPlanForLedger,
  type PlanRow,
  planRowRecord,
} from '../../study/store.ts'
import { type Hand, type LedgerRowOf, type Names, named } from './hand.ts'
import { decimalOf, hundredthsOf } from './numbers.ts'

/** Codes by the ids they stand for. */
const turned = <T>(names: ReadonlyMap<string, T>): Map<T, string> =>
  new Map([...names].map(([code, id]) => [id, code]))

type Dues = LedgerRowOf<'dues'>

const paymentOf = (names: Names, row: Dues): Omit<Payment, 'id'> => ({
  month: spanOfMonth(row.month).first,
  personId: named(names.roster, row.personNo),
  believedFen: hundredthsOf(row.believed),
  paidFen: hundredthsOf(row.paid),
  paidOn: row.paidOn,
  source: 'import',
})

/** 党费台账. */
export const duesHand: Hand<'dues'> = {
  record: paymentRecord,
  list: async (db, { mineId }) =>
    (await listPaymentsForLedger(db, mineId)).map(({ id, source, ...payment }) => ({
      id,
      source,
      values: {
        month: monthOf(payment.month),
        personNo: payment.no,
        believed: decimalOf(payment.believedFen),
        paid: decimalOf(payment.paidFen),
        paidOn: payment.paidOn,
      } as Dues,
    })),
  write: async (tx, desk, { added, changed }) => {
    const ids = await addPayments(
      tx,
      desk,
      added.map((row) => paymentOf(desk.names, row)),
    )
    const renewed = changed.map(({ id, values }) => ({
      ...paymentOf(desk.names, values),
      id: id as Id<'dues_payment'>,
    }))
    await changePayments(tx, desk, renewed)
    return [...ids, ...renewed.map(({ id }) => id)]
  },
}

type Joining = LedgerRowOf<'joining'>

function caseOf(names: Names, row: Joining): Omit<WrittenCase, 'id'> {
  const cells: Readonly<Record<string, unknown>> = {
    ...row,
    trainingHundredths: hundredthsOf(row.trainingHours),
  }
  const filled = (fields: readonly string[]): Record<string, never> =>
    Object.fromEntries(
      fields.flatMap((field) => (cells[field] === null ? [] : [[field, cells[field]]])),
    ) as Record<string, never>
  return {
    personId: named(names.roster, row.personNo),
    steps: filled(STEPS),
    numbers: filled(CASE_NUMBERS),
    source: 'import',
  }
}

/** 发展党员. */
export const joiningHand: Hand<'joining'> = {
  record: caseRecord,
  list: async (db, { mineId }) =>
    (await listCasesForLedger(db, mineId)).map(({ id, source, personNo, steps, numbers: counts }) => {
      const { trainingHundredths, ...whole } = counts
      const blanks = [...STEPS, ...CASE_NUMBERS.filter((name) => name !== 'trainingHundredths')].map(
        (field) => [field, null],
      )
      const values = {
        ...Object.fromEntries(blanks),
        ...steps,
        ...whole,
        trainingHours: decimalOf(trainingHundredths ?? null),
        personNo,
      }
      return { id, source, values: values as Joining }
    }),
  write: async (tx, desk, { added, changed }) => {
    const ids = await addCases(
      tx,
      desk,
      added.map((row) => caseOf(desk.names, row)),
    )
    const renewed = changed.map(({ id, values }) => ({
      ...caseOf(desk.names, values),
      id: id as Id<'admission_case'>,
    }))
    await changeCases(tx, desk, renewed)
    return [...ids, ...renewed.map(({ id }) => id)]
  },
}

type Targets = LedgerRowOf<'targets'>

const targetOf = (names: Names, row: Targets): Omit<WrittenTarget, 'id'> => ({
  no: row.no,
  orgId: named(names.org, row.orgCode),
  task: row.task,
  fact: showFactKey(row.fact),
  goal: row.goal,
  deadline: row.deadline,
  source: 'import',
})

/** 年度任务. */
export const targetHand: Hand<'targets'> = {
  record: targetRecord,
  list: async (db, { mineId, names }) => {
    const codes = turned(names.org)
    return (await listTargets(db, mineId)).map(({ id, source, orgId, fact, ...target }) => ({
      id,
      source,
      values: { ...target, orgCode: codes.get(orgId) ?? '', fact: parseFactKey(fact) } as Targets,
    }))
  },
  write: async (tx, desk, { added, changed }) => {
    const ids = await addTargets(
      tx,
      desk,
      added.map((row) => targetOf(desk.names, row)),
    )
    const renewed = changed.map(({ id, values }) => ({
      ...targetOf(desk.names, values),
      id: id as Id<'target'>,
    }))
    await changeTargets(tx, desk, renewed)
    return [...ids, ...renewed.map(({ id }) => id)]
  },
}

type Study = LedgerRowOf<'study'>
const PREPARED = { yes: true, no: false } as const

const planOf = (names: Names, row: Study): Omit<PlanRow, 'id'> => ({
  orgId: named(names.org, row.orgCode),
  month: spanOfMonth(row.month).first as Day,
  subject: row.subject,
  content: row.content ?? '',
  form: row.form ?? '',
  lecturer: row.lecturer ?? '',
  hoursHundredths: hundredthsOf(row.hours),
  prepared: row.prepared === null ? null : PREPARED[row.prepared],
  meetingId: row.meetingNo === null ? null : named(names.meetings, row.meetingNo),
  source: 'import',
})

/** 学习计划. */
export const studyHand: Hand<'study'> = {
  record: planRowRecord,
  list: async (db, { mineId }) =>
    (await listPlanForLedger(db, mineId)).map(({ id, source, ...plan }) => ({
      id,
      source,
      gone: plan.cancelledOn !== null,
      values: {
        orgCode: plan.orgCode,
        month: monthOf(plan.month),
        subject: plan.subject,
        content: plan.content || null,
        form: plan.form || null,
        lecturer: plan.lecturer || null,
        hours: decimalOf(plan.hoursHundredths),
        prepared: plan.prepared === null ? null : plan.prepared ? 'yes' : 'no',
        meetingNo: plan.meetingNo,
      } as Study,
    })),
  write: async (tx, desk, { added, changed }) => {
    const ids = await addPlanRows(
      tx,
      desk,
      added.map((row) => planOf(desk.names, row)),
    )
    const renewed = changed.map(({ id, values }) => ({
      ...planOf(desk.names, values),
      id: id as Id<'study_plan_row'>,
    }))
    await changePlanRows(tx, desk, renewed)
    return [...ids, ...renewed.map(({ id }) => id)]
  },
}
