import type { Contracts, ReadName } from '../../kit/contract.ts'

/** Who is told that a kind of record changed, and whose answers it may change. */
export type Shown = {
  /** Whoever may ask this where the record belongs is told; null: only the person whose record it is. */
  readonly by: ReadName | null
  /** Slices whose reads may answer otherwise now. */
  readonly slices: readonly (keyof Contracts)[]
  /** The column that names the meeting it is a part of: whoever has that open is told. */
  readonly of?: 'meeting_id'
  /** The line does not say which record it is: people may withhold their names, or pages ask for it by another's id. */
  readonly ids?: 'withheld'
}

const scored = ['home', 'assessment'] as const

/** By table of the record; a journaled table that is not here changes nothing on any screen, and a test says so. */
export const SHOWN: Readonly<Record<string, Shown>> = {
  mine: { by: 'access.findMe', slices: ['access', 'home'] },
  journal_break: { by: 'journal.listEntries', slices: ['journal'] },
  account: { by: 'access.listAccounts', slices: ['access'] },
  office: { by: 'access.listAccounts', slices: ['access'] },
  calendar_feed: { by: null, slices: ['access'] },
  witness: { by: 'journal.listWitnesses', slices: ['journal'] },
  witness_quorum: { by: 'journal.listWitnesses', slices: ['journal'] },
  privacy_acceptance: { by: null, slices: ['access', 'people', 'home'] },
  unmasking: { by: 'people.findPerson', slices: ['people', 'journal'] },
  org_unit: { by: 'org.listUnits', slices: ['org', 'meetings', 'people', ...scored] },
  person: {
    by: 'people.listPeople',
    slices: ['people', 'journal', 'meetings', 'dues', 'joining', ...scored],
  },
  erasure: { by: 'people.listPeople', slices: ['people', 'journal'] },
  shift_system: { by: 'people.listShiftSystems', slices: ['people'] },
  shift_rota: { by: 'people.listRota', slices: ['people', 'journal'] },
  shift_day: { by: 'people.listRota', slices: ['people', 'journal'] },
  meeting: { by: 'meetings.findMeeting', slices: ['meetings', 'journal', 'study', ...scored] },
  planned_meeting: { by: 'meetings.listPlanned', slices: ['meetings', 'home', 'notices', 'journal'] },
  meeting_vote: { by: 'meetings.findRoom', slices: ['meetings', 'journal'], of: 'meeting_id' },
  decision: {
    by: 'meetings.listDecisions',
    slices: ['meetings', 'home', 'notices', 'journal'],
    of: 'meeting_id',
  },
  minute: { by: 'meetings.findRoom', slices: ['meetings', 'journal'], of: 'meeting_id' },
  meeting_signature: { by: 'meetings.findRoom', slices: ['meetings', 'journal'], of: 'meeting_id' },
  addendum: { by: 'meetings.findRoom', slices: ['meetings', 'journal'], of: 'meeting_id' },
  meeting_photo: { by: 'meetings.listPhotos', slices: ['meetings', 'journal'], of: 'meeting_id' },
  make_up: { by: 'meetings.listMakeUps', slices: ['meetings', 'home', 'journal'], of: 'meeting_id' },
  expected_exclusion: { by: 'meetings.listExclusions', slices: ['meetings', 'journal'] },
  leave_request: { by: 'meetings.listLeave', slices: ['meetings', 'home', 'notices'] },
  material: { by: 'library.listMaterials', slices: ['library', 'meetings', 'home'] },
  voice: { by: 'voice.list', slices: ['voice', 'home', 'notices'], ids: 'withheld' },
  study_plan_row: { by: 'study.listPlan', slices: ['study', 'journal', ...scored] },
  dues_payment: { by: 'dues.listPayments', slices: ['dues', 'journal', ...scored] },
  dues_correction: { by: 'dues.listPayments', slices: ['dues', 'journal', ...scored] },
  admission_step: { by: 'joining.listCases', slices: ['joining', 'people', 'journal', ...scored] },
  admission_case: { by: 'joining.listCases', slices: ['joining', 'people', 'journal', ...scored] },
  target: { by: 'assessment.listTargets', slices: ['journal', ...scored] },
  scheme: { by: 'assessment.findScheme', slices: [...scored] },
  period: { by: 'assessment.listPeriods', slices: [...scored] },
  inspection: { by: 'evidence.findInspection', slices: ['evidence', 'home', 'journal'] },
  inspection_sample: {
    by: 'evidence.findInspection',
    slices: ['evidence', 'home', 'journal'],
    ids: 'withheld',
  },
  finding: { by: 'evidence.findInspection', slices: ['evidence', 'home', 'journal'], ids: 'withheld' },
  rectification: { by: 'evidence.findInspection', slices: ['evidence', 'home', 'journal'], ids: 'withheld' },
  recheck: { by: 'evidence.findInspection', slices: ['evidence', 'home', 'journal'], ids: 'withheld' },
  late_reason: { by: 'journal.findWhen', slices: ['journal', 'evidence'] },
  manual_value: { by: 'assessment.findScore', slices: ['journal', ...scored] },
}
