import { gradeForm, schemeForm, targetForm } from '../../assessment/sheets.ts'
import { duesForm } from '../../dues/sheets.ts'
import { joiningForm } from '../../joining/sheets.ts'
import type { Habits } from '../../kit/excel/cells.ts'
import type { Form } from '../../kit/excel/form.ts'
import type { RowWords } from '../../kit/excel/header.ts'
import { meetingForm } from '../../meetings/sheets.ts'
import { orgForm } from '../../org/sheets.ts'
import { rosterForm } from '../../people/sheets.ts'
import { studyForm } from '../../study/sheets.ts'
import type { Ledger } from '../rules.ts'

/** The form of each ledger's sheet. */
export const FORMS = {
  org: orgForm,
  roster: rosterForm,
  meetings: meetingForm,
  dues: duesForm,
  joining: joiningForm,
  targets: targetForm,
  study: studyForm,
  scheme: schemeForm,
  grades: gradeForm,
} as const satisfies Record<Ledger, Form>

/** How mines fill in their ledgers. */
export const HABITS: Habits & RowWords = {
  empties: new Set(['/', '-', '—', '无']),
  units: ['人', '元', '%', '分', '学时'],
  sum: ['合计', '小计', '总计'],
  note: ['注', '说明', '填表人', '审核人'],
}
