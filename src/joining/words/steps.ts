import type { Words } from '../../kit/web/say.ts'

/** The 25 steps of an admission in their order (R2), by id. */
export const stepWords: Readonly<Record<string, Words>> = {
  submitApplication: { zh: '递交入党申请书', en: 'Application handed in' },
  intakeTalk: { zh: '党组织谈话', en: 'Intake talk' },
  nominateActivist: { zh: '确定入党积极分子', en: 'Decided activist' },
  fileActivist: { zh: '积极分子备案', en: 'Activist filed' },
  assignMentors: { zh: '指定培养联系人', en: 'Mentors assigned' },
  cultivateActivist: { zh: '培养教育考察', en: 'Education and observation' },
  decideCandidate: { zh: '确定发展对象', en: 'Decided candidate' },
  fileCandidate: { zh: '发展对象备案', en: 'Candidate filed' },
  assignSponsors: { zh: '确定入党介绍人', en: 'Sponsors assigned' },
  politicalReview: { zh: '政治审查', en: 'Political review' },
  candidateTraining: { zh: '短期集中培训', en: 'Candidates’ training' },
  committeeReview: { zh: '支部委员会审查', en: 'Branch committee’s review' },
  preReview: { zh: '上级党委预审', en: 'Preliminary review above' },
  fillAspirationForm: { zh: '填写入党志愿书', en: 'Form of aspiration filled in' },
  acceptanceMeeting: { zh: '支部大会接收', en: 'Acceptance meeting' },
  committeeTalk: { zh: '上级党委谈话', en: 'Committee’s talk' },
  committeeApproval: { zh: '上级党委审批', en: 'Committee’s approval' },
  fileUpper: { zh: '上级备案', en: 'Filed above' },
  placeInGroup: { zh: '编入支部和党小组', en: 'Placed in branch and group' },
  oath: { zh: '入党宣誓', en: 'Oath' },
  probationEducation: { zh: '继续教育考察', en: 'Education on probation' },
  applyConversion: { zh: '提出转正申请', en: 'Conversion applied for' },
  conversionMeeting: { zh: '支部大会转正', en: 'Conversion meeting' },
  conversionApproval: { zh: '转正审批', en: 'Conversion approved' },
  archive: { zh: '材料归档', en: 'Papers archived' },
}

/** The defects of an admission (J1–J13). */
export const defectWords: Readonly<Record<string, Words>> = {
  J1: { zh: '步骤次序颠倒', en: 'a step dated before an earlier one' },
  J2: { zh: '申请后一个月内没有谈话', en: 'no talk within a month of the application' },
  J3: { zh: '确定积极分子不满一年就确定发展对象', en: 'candidate less than a year after activist' },
  J4: { zh: '培养联系人应为 1 至 2 人', en: 'mentors must be one or two' },
  J5: { zh: '入党介绍人应为 2 人', en: 'sponsors must be two' },
  J6: { zh: '集中培训不足 24 学时', en: 'training of fewer than 24 hours' },
  J7: { zh: '接收大会到会没有超过半数', en: 'acceptance meeting without more than half present' },
  J8: { zh: '接收大会赞成没有超过半数', en: 'acceptance without more than half in favour' },
  J9: { zh: '接收后三个月内没有审批', en: 'no approval within three months of acceptance' },
  J10: { zh: '预备期不满一年就转正', en: 'conversion less than a year after acceptance' },
  J11: { zh: '申请时不满 18 岁', en: 'applied before the age of 18' },
  J12: { zh: '转正大会到会或赞成没有超过半数', en: 'conversion without more than half present or in favour' },
  J13: { zh: '转正大会后三个月内没有审批', en: 'no approval within three months of conversion' },
}
