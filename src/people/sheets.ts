import { code, compact, date, decimal, name, orBlank, text, word } from '../kit/excel/cells.ts'
import { form, may, must, type RowOf } from '../kit/excel/form.ts'
import { bornOnOf, type IdNumber, parseIdNumber } from '../kit/id-number.ts'
import { refuse } from '../kit/refuse.ts'
import { CATEGORY_NAMES, DUES_CLASS_NAMES } from './rules.ts'

const BAD_ID_NUMBER = 'bad-id-number'

/** An ID number typed as a number has lost its last digits: Excel keeps 15. */
const idNumber = orBlank<IdNumber>(
  (cell) => (typeof cell === 'string' && parseIdNumber(compact(cell))) || refuse(BAD_ID_NUMBER),
  (value) => value,
)

/** Sheet 党员名册: the roster. `duesClass` blank means employed; `duesBase` is yuan a month. */
export const rosterForm = form({
  sheet: '党员名册',
  key: ['no'],
  columns: {
    no: must(code, '人员编号', '党员编号'),
    name: must(name, '姓名', '党员姓名'),
    sex: must(text, '性别'),
    ethnicity: may(text, '民族'),
    bornOn: must(date, '出生日期', '出生年月日'),
    idNumber: may(idNumber, '公民身份号码', '身份证号', '身份证号码'),
    education: may(text, '学历'),
    category: must(word(CATEGORY_NAMES), '人员类别', '人员类型'),
    duesClass: may(word(DUES_CLASS_NAMES), '计费类别', '党费类别'),
    duesBase: may(decimal, '月计费基数', '计费基数', '党费计算基数'),
    joinedOn: may(date, '入党时间', '入党日期'),
    fullSince: may(date, '转正时间', '转正日期'),
    orgCode: must(code, '所在组织编码', '所在党组织编码', '组织编码'),
    posts: may(text, '党内职务'),
    crew: may(text, '班组'),
    shift: may(text, '班次'),
    phone: may(text, '联系电话', '手机号码', '电话'),
    note: may(text, '备注'),
  },
  check: ({ idNumber, bornOn }) =>
    idNumber && bornOn && bornOnOf(idNumber) !== bornOn ? { idNumber: BAD_ID_NUMBER } : {},
})

/** One person of the roster. */
export type RosterRow = RowOf<typeof rosterForm>
