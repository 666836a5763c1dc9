import type { PaperColumn } from '../../kit/paper.ts'
import { condense, type MarkState, type StripWindow } from '../../kit/strip.ts'
import { MEETING_KIND_NAMES, type MeetingKind } from '../../meetings/rules.ts'

/** The marks of a year strip, on paper as on the page. */
const MARKS: Readonly<Record<MarkState, string>> = {
  done: '●',
  late: '◐',
  missed: '○',
  due: '·',
  planned: '·',
  notApplicable: '–',
}

/** What the marks mean. */
export const LEGEND =
  '● 按期开展　◐ 开展，登记晚于 7 天　○ 未开展　· 未到期　– 不适用。季度、年度任务标在末月。'

/** A duty as a paper shows it. */
export type PaperDuty = {
  readonly kind: MeetingKind
  readonly groupName: string | null
  readonly windows: readonly (StripWindow & { readonly window: string })[]
}

export const dutyName = ({ kind, groupName }: Pick<PaperDuty, 'kind' | 'groupName'>): string =>
  groupName ? `${MEETING_KIND_NAMES[kind]}（${groupName}）` : MEETING_KIND_NAMES[kind]

/** Twelve cells, the mark of each month in which something ends. */
export function marksOf(windows: readonly StripWindow[], year: number): string[] {
  const marks = new Map(condense(windows, year).map(({ month, state }) => [month, MARKS[state]]))
  return Array.from({ length: 12 }, (_, at) => marks.get(at + 1) ?? '')
}

/** The columns of the twelve months; the column before them says so. */
export const MONTH_COLUMNS: readonly PaperColumn[] = Array.from({ length: 12 }, (_, at) => ({
  head: String(at + 1),
  share: 2,
  side: 'middle',
}))

const DUTY_SHARE = 15

/** The year of one branch: a row for each duty. */
export const yearTable = (duties: readonly PaperDuty[], year: number) =>
  ({
    kind: 'table',
    columns: [{ head: '任务／月', share: DUTY_SHARE }, ...MONTH_COLUMNS],
    rows: duties.map((duty) => [dutyName(duty), ...marksOf(duty.windows, year)]),
  }) as const
