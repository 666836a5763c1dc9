import { accountRecord } from '../access/store/accounts.ts'
import { officeRecord } from '../access/store/offices.ts'
import { mineRecord } from '../access/store/set-up.ts'
import { unmaskingRecord } from '../access/store/unmasking.ts'
import { manualRecord } from '../assessment/store/manual.ts'
import { schemeRecord } from '../assessment/store/new-scheme.ts'
import { periodRecord } from '../assessment/store/periods.ts'
import { targetRecord } from '../assessment/store/targets.ts'
import { correctionRecord } from '../dues/store/corrections.ts'
import { paymentRecord } from '../dues/store/payments.ts'
import { stepRecord } from '../joining/store/steps.ts'
import { caseRecord } from '../joining/store/write.ts'
import type { Journaled } from '../journal/store/journaled.ts'
import { meetingRecord } from '../meetings/store/meetings.ts'
import { unitRecord } from '../org/store.ts'
import { personRecord } from '../people/store/write.ts'
import { planRowRecord } from '../study/store.ts'

/** Every kind of record that is journaled, for the check of all of them against the journal. */
export const records: readonly Journaled[] = [
  mineRecord,
  accountRecord,
  officeRecord,
  unmaskingRecord,
  unitRecord,
  personRecord,
  meetingRecord,
  planRowRecord,
  paymentRecord,
  correctionRecord,
  caseRecord,
  stepRecord,
  targetRecord,
  schemeRecord,
  periodRecord,
  manualRecord,
]
