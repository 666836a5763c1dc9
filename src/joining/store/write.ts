import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import { insertRows, updateRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { AdmissionCase } from '../rules.ts'
import { caseOf } from './cases.ts'
import { NUMBER_COLUMNS, STEP_COLUMNS } from './columns.ts'

type Row = Selectable<Tables['admission_case']>

/** A case as it is written: whose, its dates and its numbers. */
export type WrittenCase = Pick<AdmissionCase, 'steps' | 'numbers'> & {
  readonly id: Id<'admission_case'>
  readonly personId: Id<'person'>
  readonly source: Row['source']
}

/** In which mine something is written, and when. */
export type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** How the journal seals a case; it belongs to the person wherever they are. */
export const caseRecord: Journaled = {
  ...{ table: 'admission_case', scope: null, person: 'person_id' },
  happened: { column: 'submit_application' },
}

const datesOf = ({ steps }: WrittenCase): Pick<Row, (typeof STEP_COLUMNS)[keyof typeof STEP_COLUMNS]> => ({
  submit_application: steps.submitApplication ?? null,
  intake_talk: steps.intakeTalk ?? null,
  nominate_activist: steps.nominateActivist ?? null,
  file_activist: steps.fileActivist ?? null,
  assign_mentors: steps.assignMentors ?? null,
  cultivate_activist: steps.cultivateActivist ?? null,
  decide_candidate: steps.decideCandidate ?? null,
  file_candidate: steps.fileCandidate ?? null,
  assign_sponsors: steps.assignSponsors ?? null,
  political_review: steps.politicalReview ?? null,
  candidate_training: steps.candidateTraining ?? null,
  committee_review: steps.committeeReview ?? null,
  pre_review: steps.preReview ?? null,
  fill_aspiration_form: steps.fillAspirationForm ?? null,
  acceptance_meeting: steps.acceptanceMeeting ?? null,
  committee_talk: steps.committeeTalk ?? null,
  committee_approval: steps.committeeApproval ?? null,
  file_upper: steps.fileUpper ?? null,
  place_in_group: steps.placeInGroup ?? null,
  oath: steps.oath ?? null,
  probation_education: steps.probationEducation ?? null,
  apply_conversion: steps.applyConversion ?? null,
  conversion_meeting: steps.conversionMeeting ?? null,
  conversion_approval: steps.conversionApproval ?? null,
  archive: steps.archive ?? null,
})

const numbersOf = ({
  numbers,
}: WrittenCase): Pick<Row, (typeof NUMBER_COLUMNS)[keyof typeof NUMBER_COLUMNS]> => ({
  mentors: numbers.mentors ?? null,
  sponsors: numbers.sponsors ?? null,
  training_hundredths: numbers.trainingHundredths ?? null,
  acceptance_expected: numbers.acceptanceExpected ?? null,
  acceptance_present: numbers.acceptancePresent ?? null,
  acceptance_yes: numbers.acceptanceYes ?? null,
  conversion_expected: numbers.conversionExpected ?? null,
  conversion_present: numbers.conversionPresent ?? null,
  conversion_yes: numbers.conversionYes ?? null,
})

/** A row as it is added; who is named in it is written by itself, so that a change of days leaves it alone. */
const rowOf = (written: WrittenCase, { mineId, now }: Entered): Row => ({
  mine_id: mineId,
  id: written.id,
  person_id: written.personId,
  ...datesOf(written),
  ...numbersOf(written),
  ...{ mentor_1: null, mentor_2: null, sponsor_1: null, sponsor_2: null },
  source: written.source,
  recorded_at: now,
})

/** Every case of the mine by number of person: what a ledger holds. */
export async function listCasesForLedger(
  db: Db,
  mineId: Id<'mine'>,
): Promise<(WrittenCase & { readonly personNo: string })[]> {
  const rows = await db
    .selectFrom('admission_case as c')
    .innerJoin('person as p', (on) =>
      on.onRef('p.mine_id', '=', 'c.mine_id').onRef('p.id', '=', 'c.person_id'),
    )
    .selectAll('c')
    .select('p.no as person_no')
    .where('c.mine_id', '=', mineId)
    .orderBy(sql`p.no collate "C"`)
    .execute()
  return rows.map((row) => ({
    ...caseOf(row),
    id: row.id,
    personId: row.person_id,
    personNo: row.person_no,
    source: row.source,
  }))
}

/** Adds cases, thousands in one statement; answers their ids in the same order. Violates a key when a person has a case. */
export async function addCases(
  tx: Tx,
  entered: Entered,
  added: readonly Omit<WrittenCase, 'id'>[],
): Promise<Id<'admission_case'>[]> {
  const whole = added.map((written): WrittenCase => ({ ...written, id: newId() }))
  await insertRows(
    tx,
    'admission_case',
    whole.map((written) => rowOf(written, entered)),
  )
  return whole.map(({ id }) => id)
}

/** Adds the case of a person; undefined, and nothing added, when there is one. */
export async function addCase(
  tx: Tx,
  entered: Entered,
  added: Omit<WrittenCase, 'id'>,
): Promise<Id<'admission_case'> | undefined> {
  const row = await tx
    .insertInto('admission_case')
    .values(rowOf({ ...added, id: newId() }, entered))
    .onConflict((conflict) => conflict.columns(['mine_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

const CHANGEABLE = ['source', ...Object.values(STEP_COLUMNS), ...Object.values(NUMBER_COLUMNS)] as const

/** Writes cases found by id as they are given, thousands in one statement. */
export async function changeCases(tx: Tx, entered: Entered, changed: readonly WrittenCase[]): Promise<void> {
  await updateRows(
    tx,
    'admission_case',
    CHANGEABLE,
    changed.map((written) => rowOf(written, entered)),
  )
}
