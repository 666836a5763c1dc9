import type { HeldField, Purpose } from '../rules/catalogue.ts'

type Words = { readonly zh: string; readonly en: string }

/** What each field held of a person is called. */
export const fieldNames: Readonly<Record<HeldField, Words>> = {
  no: { zh: '人员编号', en: 'Number' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  ethnicity: { zh: '民族', en: 'Ethnicity' },
  bornOn: { zh: '出生日期', en: 'Born' },
  idNumber: { zh: '公民身份号码', en: 'ID number' },
  education: { zh: '学历', en: 'Education' },
  phone: { zh: '联系电话', en: 'Telephone' },
  joinedOn: { zh: '入党时间', en: 'Joined the Party' },
  fullSince: { zh: '转正时间', en: 'Full member since' },
  category: { zh: '人员类别', en: 'Category' },
  orgName: { zh: '所在组织', en: 'Unit' },
  posts: { zh: '党内职务', en: 'Party posts' },
  crew: { zh: '班组', en: 'Crew' },
  shift: { zh: '班次', en: 'Shift' },
  duesClass: { zh: '计费类别', en: 'Class of dues' },
  duesBase: { zh: '月计费基数', en: 'Monthly base of dues' },
  note: { zh: '备注', en: 'Note' },
}

/** Why a field is held. */
export const purposes: Readonly<Record<Purpose, Words>> = {
  identify: {
    zh: '确认是您本人，党员名册按规定登记',
    en: 'To know that it is you; the register of members asks for it',
  },
  reach: { zh: '有事时能联系到您', en: 'To reach you when something matters' },
  membership: {
    zh: '确定您的党籍、党龄和所在支部',
    en: 'To establish your membership, since when and in which branch',
  },
  dues: { zh: '按规定计算应交党费', en: 'To compute the dues the rules ask of you' },
  posts: { zh: '记录支部分工，核对班子是否健全', en: 'To record who does what in the branch' },
  meetings: { zh: '按班次安排会议和学习', en: 'To plan meetings and study by shift' },
  formation: { zh: '按文化程度安排学习，党内统计', en: 'To plan study that fits; Party statistics' },
}
