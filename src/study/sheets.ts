import { code, decimal, month, name, text, word } from '../kit/excel/cells.ts'
import { form, may, must, type RowOf } from '../kit/excel/form.ts'

const YES_NO = { yes: '是', no: '否' } as const

/** Sheet 学习计划: what a branch means to study, month by month. `hours` are hours of study (学时). */
export const studyForm = form({
  sheet: '学习计划',
  key: ['orgCode', 'month', 'subject'],
  columns: {
    orgCode: must(code, '组织编码', '党组织编码', '组织代码'),
    month: must(month, '月份', '年月', '学习月份'),
    subject: must(text, '主题', '学习主题'),
    content: may(text, '内容', '学习内容'),
    form: may(text, '形式', '学习形式'),
    lecturer: may(name, '主讲', '主讲人'),
    hours: may(decimal, '学时'),
    prepared: may(word(YES_NO), '材料准备'),
    meetingNo: may(code, '完成记录编号', '会议记录编号', '完成会议编号'),
  },
})

/** One row of the study plan. */
export type StudyRow = RowOf<typeof studyForm>
