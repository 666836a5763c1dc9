import type { Words } from '../../kit/web/say.ts'
import type { Step } from '../rules.ts'

/** The 25 steps of an admission in their order (R2), by id. */
export const stepWords: Readonly<Record<Step, Words>> = {
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
