import { code, count, date, decimal, name, text, word } from '../kit/excel/cells.ts'
import { form, may, must, type RowOf } from '../kit/excel/form.ts'
import { MEETING_KIND_NAMES } from './rules.ts'

/** Sheet 会议记录: meetings held. `hours` are hours of study (学时). */
export const meetingForm = form({
  sheet: '会议记录',
  key: ['no'],
  columns: {
    no: must(code, '记录编号', '会议编号', '会议记录编号'),
    orgCode: must(code, '组织编码', '党组织编码', '组织代码'),
    kind: must(word(MEETING_KIND_NAMES), '会议类型', '会议类别'),
    heldOn: must(date, '日期', '会议日期', '召开日期'),
    starts: may(text, '开始时间'),
    ends: may(text, '结束时间'),
    place: may(text, '地点', '会议地点'),
    chair: may(name, '主持人'),
    recorder: may(name, '记录人'),
    lecturer: may(name, '主讲人'),
    expected: must(count, '应到人数', '应到'),
    present: must(count, '实到人数', '实到'),
    absence: may(text, '缺席及原因'),
    subject: may(text, '议题', '会议议题'),
    resolution: may(text, '决议', '会议决议'),
    hours: may(decimal, '学时'),
    registeredOn: may(date, '登记时间', '登记日期', '录入时间'),
  },
})

/** One meeting of the sheet. */
export type MeetingRow = RowOf<typeof meetingForm>
