import { accountRecord } from '../access/store/accounts.ts'
import { feedRecord } from '../access/store/feeds.ts'
import { officeRecord } from '../access/store/offices.ts'
import { privacyRecord } from '../access/store/privacy.ts'
import { mineRecord } from '../access/store/set-up.ts'
import { unmaskingRecord } from '../access/store/unmasking.ts'
import { manualRecord } from '../assessment/store/manual.ts'
import { schemeRecord } from '../assessment/store/new-scheme.ts'
import { periodRecord } from '../assessment/store/periods.ts'
import { targetRecord } from '../assessment/store/targets.ts'
import { correctionRecord } from '../dues/store/corrections.ts'
import { paymentRecord } from '../dues/store/payments.ts'
import { findingRecord, recheckRecord, rectificationRecord } from '../evidence/store/findings.ts'
import { inspectionRecord, sampleRecord } from '../evidence/store/inspection.ts'
import { reasonRecord } from '../evidence/store/reasons.ts'
import { stepRecord } from '../joining/store/steps.ts'
import { caseRecord } from '../joining/store/write.ts'
import type { Journaled } from '../journal/store/journaled.ts'
import { breakRecord } from '../journal/store/restore/break.ts'
import { quorumRecord, witnessRecord } from '../journal/store/witnesses.ts'
import { materialRecord } from '../library/store.ts'
import { decisionRecord } from '../meetings/store/decisions.ts'
import { exclusionRecord } from '../meetings/store/exclusions.ts'
import { leaveRecord } from '../meetings/store/leave.ts'
import { makeUpRecord } from '../meetings/store/make-ups.ts'
import { meetingRecord } from '../meetings/store/meetings.ts'
import { minuteRecord } from '../meetings/store/minutes.ts'
import { photoRecord } from '../meetings/store/photos.ts'
import { planRecord } from '../meetings/store/plans.ts'
import { addendumRecord, signatureRecord } from '../meetings/store/signatures.ts'
import { voteRecord } from '../meetings/store/votes.ts'
import { unitRecord } from '../org/store.ts'
import { erasureRecord } from '../people/store/erase.ts'
import { rotaRecord, shiftDayRecord, systemRecord } from '../people/store/shifts.ts'
import { personRecord } from '../people/store/write.ts'
import { planRowRecord } from '../study/store.ts'
import { voiceRecord } from '../voice/store.ts'

/** Every kind of record that is journaled, for the check of all of them against the journal. */
export const records: readonly Journaled[] = [
  mineRecord,
  breakRecord,
  accountRecord,
  officeRecord,
  unmaskingRecord,
  privacyRecord,
  feedRecord,
  witnessRecord,
  quorumRecord,
  unitRecord,
  personRecord,
  erasureRecord,
  systemRecord,
  rotaRecord,
  shiftDayRecord,
  meetingRecord,
  materialRecord,
  planRecord,
  leaveRecord,
  voteRecord,
  decisionRecord,
  minuteRecord,
  signatureRecord,
  addendumRecord,
  makeUpRecord,
  photoRecord,
  exclusionRecord,
  planRowRecord,
  paymentRecord,
  correctionRecord,
  caseRecord,
  stepRecord,
  voiceRecord,
  targetRecord,
  schemeRecord,
  periodRecord,
  manualRecord,
  inspectionRecord,
  sampleRecord,
  findingRecord,
  rectificationRecord,
  recheckRecord,
  reasonRecord,
]
