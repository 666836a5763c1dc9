import type { Clause } from './clauses.ts'

/** What a clause is called, in both languages, and where it is written: the assessment's own pages, or the field's rules. */
export type Title = { readonly zh: string; readonly en: string; readonly source: string }

const OURS = '矿灯考核规则'

/** Every clause by its title. A clause without one does not compile. */
// biome-ignore format: one clause, one line
export const TITLES: Readonly<Record<Clause, Title>> = {
  'A1.1': { zh: '精确计算与四舍五入', en: 'Exact arithmetic and rounding', source: OURS },
  'A1.2': { zh: '考核期', en: 'Periods', source: OURS },
  'A1.3': { zh: '按月推算日期', en: 'Counting by months', source: OURS },
  'A1.4': { zh: '考核对象', en: 'Who is assessed', source: OURS },
  'A1.5': { zh: '党员名册的口径', en: 'The roster as it stands', source: OURS },
  'A1.6': { zh: '党小组归属支部', en: 'Groups belong to their branch', source: OURS },
  'A2.1': { zh: '会议记录要素齐全', en: 'A record is complete', source: OURS },
  'A2.2': { zh: '应到与实到合理', en: 'Expected and present make sense', source: OURS },
  'A2.3': { zh: '到会人数达到半数方为有效', en: 'At least half are present', source: '支部条例' },
  A3: { zh: '数据项', en: 'Facts', source: OURS },
  'A3.1': { zh: '应开会议的时段', en: 'Duty windows', source: '支部条例' },
  'A3.2': { zh: '应交党费', en: 'Dues owed', source: '党费规定' },
  'A3.3': { zh: '应配职务', en: 'Required posts', source: '支部条例 第20条' },
  'A3.4': { zh: '年度任务', en: 'Targets', source: OURS },
  A4: { zh: '计分规则', en: 'Rules of an item', source: OURS },
  'A4.1': { zh: '基础分', en: 'Base score', source: OURS },
  'A4.2': { zh: '加分', en: 'Bonus', source: OURS },
  'A4.3': { zh: '等次与一票否决', en: 'Grades and vetoes', source: OURS },
  'A4.4': { zh: '每一项说明理由', en: 'Every item answers why', source: OURS },
  'A5.1': { zh: '考核细则的版本与冻结', en: 'Versions and freezing of a scheme', source: OURS },
  'A5.2': { zh: '考核期关闭与更正', en: 'Closing a period, and corrections', source: OURS },
  'A5.3': { zh: '任何人可以复算', en: 'Anyone can recompute', source: OURS },
  A6: { zh: '不得考核的内容', en: 'What no scheme may score', source: '政务App办法；指尖意见' },
  J1: { zh: '程序先后颠倒', en: 'Steps out of order', source: '发展细则' },
  J2: { zh: '递交申请后一个月内未谈话', en: 'No intake talk within a month', source: '发展细则' },
  J3: { zh: '积极分子培养不满一年', en: 'Cultivated for less than a year', source: '发展细则' },
  J4: { zh: '培养联系人不是一至两名', en: 'Not one or two mentors', source: '发展细则' },
  J5: { zh: '入党介绍人不是两名', en: 'Not two sponsors', source: '党章 第5条' },
  J6: { zh: '集中培训不足 24 学时', en: 'Fewer than 24 hours of training', source: '发展细则' },
  J7: { zh: '接收大会到会未过半数', en: 'Acceptance meeting without more than half', source: '发展细则 第20条' },
  J8: { zh: '接收大会赞成未过应到半数', en: 'Acceptance without more than half saying yes', source: '发展细则 第20条' },
  J9: { zh: '接收后三个月内未审批', en: 'Not approved within three months', source: '发展细则' },
  J10: { zh: '预备期不满一年', en: 'Probation shorter than a year', source: '发展细则 第32条' },
  J11: { zh: '申请时不满十八周岁', en: 'Applicant younger than 18', source: '党章' },
  J12: { zh: '转正大会到会或赞成未过半数', en: 'Conversion without more than half', source: '发展细则 第21条' },
  J13: { zh: '转正后三个月内未审批', en: 'Conversion not approved within three months', source: '发展细则' },
  R0: { zh: '规则的版本与效力', en: 'Versions and force of rules', source: OURS },
  'R1.1': { zh: '支部的设置', en: 'Forming a branch', source: '支部条例 第4条、第5条' },
  'R1.2': { zh: '支部委员会与任期', en: 'Branch committee and terms', source: '支部条例 第20条、第21条' },
  'R1.3': { zh: '三会一课与组织生活', en: 'Meetings and organization life', source: '支部条例 第11—17条' },
  'R1.4': { zh: '民主评议党员', en: 'Appraisal of members', source: '支部条例 第18条' },
  R2: { zh: '发展党员二十五步', en: 'Admission in 25 steps', source: '发展细则' },
  R3: { zh: '党费', en: 'Dues', source: '党费规定' },
  'R3.1': { zh: '党费标准', en: 'Rates of dues', source: '党费规定 第1—4条' },
  'R3.2': { zh: '党费的交纳与管理', en: 'Paying and managing dues', source: '党费规定' },
  R4: { zh: '党员教育与管理', en: 'Education and management of members', source: '教管条例' },
  R5: { zh: '选举', en: 'Elections', source: '选举条例' },
  'R8.1': { zh: '班次与会议安排', en: 'Shifts and when meetings may be', source: '本矿班制' },
  R9: { zh: '防治“指尖上的形式主义”', en: 'No formalism at the fingertips', source: '政务App办法；指尖意见；减负规定' },
  'R10.1': { zh: '个人信息保护', en: 'Personal information', source: '个人信息保护法' },
  'R10.2': { zh: '网络安全等级保护', en: 'Graded protection of systems', source: '等保2.0' },
  R11: { zh: '名册与表单', en: 'Rosters and forms', source: OURS },
  'R11.11': { zh: '代码与证件号码标准', en: 'Code sets and ID numbers', source: 'GB 11643；GB/T 2261.1；GB/T 3304；GB/T 4658' },
}

const DOCUMENT = /章|条例|细则|规定|规划|准则/

/** Of where a rule is written, the documents and their articles alone: `支部条例 第11条；选举条例`. */
export const articlesOf = (source: string): string =>
  source
    .split('；')
    .map((part) => part.split('：')[0] ?? '')
    .filter((part) => DOCUMENT.test(part))
    .join('；')
