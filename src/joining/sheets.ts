import { code, count, date, decimal } from '../kit/excel/cells.ts'
import { form, may, must, type RowOf } from '../kit/excel/form.ts'

/** Sheet 发展党员: one person's way into the Party, the dates of the 25 steps in their order (R2) and the numbers the rules ask for. */
export const joiningForm = form({
  sheet: '发展党员',
  key: ['personNo'],
  columns: {
    personNo: must(code, '人员编号', '党员编号'),
    submitApplication: may(date, '递交申请书', '递交入党申请书'),
    intakeTalk: may(date, '党组织谈话'),
    nominateActivist: may(date, '确定积极分子', '确定入党积极分子'),
    fileActivist: may(date, '积极分子备案'),
    assignMentors: may(date, '指定培养联系人'),
    mentors: may(count, '培养联系人数'),
    cultivateActivist: may(date, '培养教育考察'),
    decideCandidate: may(date, '确定发展对象'),
    fileCandidate: may(date, '发展对象备案'),
    assignSponsors: may(date, '确定入党介绍人'),
    sponsors: may(count, '入党介绍人数'),
    politicalReview: may(date, '政治审查', '政审'),
    candidateTraining: may(date, '集中培训', '短期集中培训'),
    trainingHours: may(decimal, '培训学时'),
    committeeReview: may(date, '支部委员会审查'),
    preReview: may(date, '上级党委预审', '预审'),
    fillAspirationForm: may(date, '填写入党志愿书'),
    acceptanceMeeting: may(date, '支部大会接收'),
    acceptanceExpected: may(count, '接收应到'),
    acceptancePresent: may(count, '接收实到'),
    acceptanceYes: may(count, '接收赞成'),
    committeeTalk: may(date, '上级党委谈话'),
    committeeApproval: may(date, '上级党委审批'),
    fileUpper: may(date, '上级备案'),
    placeInGroup: may(date, '编入支部'),
    oath: may(date, '入党宣誓'),
    probationEducation: may(date, '继续教育考察'),
    applyConversion: may(date, '提出转正申请'),
    conversionMeeting: may(date, '支部大会转正'),
    conversionExpected: may(count, '转正应到'),
    conversionPresent: may(count, '转正实到'),
    conversionYes: may(count, '转正赞成'),
    conversionApproval: may(date, '转正审批'),
    archive: may(date, '材料归档', '归档'),
  },
})

/** One case of the sheet. */
export type JoiningRow = RowOf<typeof joiningForm>
