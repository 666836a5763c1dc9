import { code, date, decimal, month } from '../kit/excel/cells.ts'
import { form, may, must, type RowOf } from '../kit/excel/form.ts'

/** Sheet 党费台账: payments. `believed` is what the branch thought was due, `paid` what was paid, both in yuan. */
export const duesForm = form({
  sheet: '党费台账',
  key: ['month', 'personNo', 'paidOn'],
  columns: {
    month: must(month, '年月', '缴费年月', '所属年月'),
    personNo: must(code, '人员编号', '党员编号'),
    believed: may(decimal, '应交', '应交金额', '应缴'),
    paid: must(decimal, '实交', '实交金额', '实缴'),
    paidOn: must(date, '交纳日期', '交纳时间', '缴纳日期'),
  },
})

/** One payment of the sheet. */
export type DuesRow = RowOf<typeof duesForm>
