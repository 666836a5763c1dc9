import { addDays, day } from '../../src/kit/day.ts'
import type { Cell } from '../../src/kit/excel/workbook.ts'
import { writeWorkbook } from '../../src/kit/excel/write.ts'
import { parseIdNumber } from '../../src/kit/id-number.ts'

const UNITS = ['组织编码', '组织名称', '上级组织编码', '组织类别']
const PEOPLE = [
  ...['人员编号', '姓名', '性别', '民族', '出生日期', '公民身份号码', '学历', '人员类别', '计费类别'],
  ...['月计费基数', '入党时间', '转正时间', '所在组织编码', '党内职务', '班组', '班次', '联系电话', '备注'],
]
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const NAMES = [...'建国伟强军平志明永红卫东海龙文涛德胜玉兰秀英春梅']
const BRANCHES = 100

const nth = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]

/** With a check digit that is right. */
function idNumberOf(born: string, at: number): string {
  const first = `140702${born.replaceAll('-', '')}${String(at % 1000).padStart(3, '0')}`
  return [...'0123456789X'].map((last) => first + last).find(parseIdNumber) ?? ''
}

function personCells(at: number): Cell[] {
  const born = addDays(day('1966-01-01'), (at * 7) % 12_000)
  const joined = addDays(day('1996-01-01'), (at * 3) % 9_000)
  const name = `${nth(SURNAMES, at)}${nth(NAMES, at * 3)}${nth(NAMES, at * 7 + 1)}`
  const who = [`R${String(at).padStart(6, '0')}`, name, at % 9 === 0 ? '女' : '男', '汉族']
  const paid = ['在职', 3_000 + (at % 60) * 100]
  const where = [`ZB${String(at % BRANCHES).padStart(3, '0')}`, at % 50 === 0 ? '宣传委员' : null]
  return [
    ...[...who, { day: born }, idNumberOf(born, at), '大专', '正式党员', ...paid],
    ...[{ day: joined }, { day: addDays(joined, 365) }, ...where, `综采${at % 12}队`, '早班'],
    ...[`139${String(10_000_000 + at)}`, null],
  ]
}

/** A roster in which nothing is left blank, as a workbook: a hundred branches and so many people. */
export function rosterWorkbook(people: number): Uint8Array {
  const branches = Array.from({ length: BRANCHES }, (_, at): Cell[] => [
    `ZB${String(at).padStart(3, '0')}`,
    `第${at}党支部`,
    'MINE',
    '党支部',
  ])
  return writeWorkbook([
    { name: '组织机构', header: UNITS, rows: [['MINE', '矿党委', null, '党委'], ...branches] },
    { name: '党员名册', header: PEOPLE, rows: Array.from({ length: people }, (_, at) => personCells(at)) },
  ])
}
