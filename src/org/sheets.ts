import { code, date, name, text, word } from '../kit/excel/cells.ts'
import { form, may, must, type RowOf } from '../kit/excel/form.ts'

/** The kinds of organisation as the sheet names them (R1.1). */
const KINDS = {
  committee: '党委',
  generalBranch: '党总支',
  branch: '党支部',
  jointBranch: '联合党支部',
  temporaryBranch: '临时党支部',
  partyGroup: '党小组',
} as const

/** Sheet 组织机构: the tree of organisations. */
export const orgForm = form({
  sheet: '组织机构',
  key: ['code'],
  columns: {
    code: must(code, '组织编码', '党组织编码', '组织代码'),
    name: must(name, '组织名称', '党组织名称', '党支部名称'),
    parentCode: may(code, '上级组织编码', '上级党组织编码', '上级组织代码'),
    kind: must(word(KINDS), '组织类别', '组织类型', '党组织类别'),
    foundedOn: may(date, '成立日期', '成立时间'),
    termFrom: may(date, '本届起始', '本届起始日期'),
    termTo: may(date, '本届届满', '本届届满日期', '届满日期'),
    shiftSystem: may(text, '班次制度'),
    themeDay: may(text, '主题党日'),
    note: may(text, '备注'),
  },
})

/** One organisation of the sheet. */
export type OrgRow = RowOf<typeof orgForm>
