import { code, date, decimal, parsed, text } from '../kit/excel/cells.ts'
import { form, may, must, type RowOf } from '../kit/excel/form.ts'
import { type FactKey, mayBeTarget, parseFactKey, showFactKey } from './rules/fact-keys.ts'
import { faultOfParameters, parseRule, RULE_NAMES } from './rules/scheme.ts'

const parseTarget = (typed: string): FactKey | undefined => {
  const fact = parseFactKey(typed)
  return fact && mayBeTarget(fact) ? fact : undefined
}

/** Sheet 年度任务: targets of a branch, each with a number and a deadline (A3.4). */
export const targetForm = form({
  sheet: '年度任务',
  key: ['no'],
  columns: {
    no: must(code, '任务编号'),
    orgCode: must(code, '组织编码', '党组织编码', '组织代码'),
    task: must(text, '任务', '任务名称'),
    fact: must(parsed(parseTarget, showFactKey), '数据项'),
    goal: must(decimal, '目标值', '目标'),
    deadline: must(date, '截止日期', '完成时限', '截止时间'),
  },
})

/** Sheet 考核细则: the items of a scheme; `parameters` are those of the rule and can be read with it (A4). */
export const schemeForm = form({
  sheet: '考核细则',
  key: ['no'],
  columns: {
    no: must(code, '序号', '编号'),
    heading: may(text, '一级指标', '考核项目'),
    title: must(text, '二级指标', '考核内容'),
    of: must(decimal, '分值', '标准分'),
    fact: must(parsed(parseFactKey, showFactKey), '数据项'),
    rule: must(
      parsed(parseRule, (rule) => RULE_NAMES[rule]),
      '规则',
      '计分规则',
      '评分规则',
    ),
    parameters: may(code, '参数', '规则参数'),
    basis: may(text, '依据', '考核依据'),
  },
  check: ({ rule, parameters }) => {
    if (parameters === undefined || rule === null) return {}
    const fault = faultOfParameters(rule, parameters ?? '')
    return fault ? { parameters: fault } : {}
  },
})

/** Sheet 考核等次: the grades of a scheme that has its own (A4.3). */
export const gradeForm = form({
  sheet: '考核等次',
  key: ['grade'],
  columns: {
    grade: must(text, '等次', '等级'),
    least: must(decimal, '最低分', '分数线'),
  },
})

export type TargetRow = RowOf<typeof targetForm>
export type SchemeRow = RowOf<typeof schemeForm>
export type GradeRow = RowOf<typeof gradeForm>
