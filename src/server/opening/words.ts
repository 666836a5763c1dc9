import type { Tables } from '../../kit/db/db.ts'
import type { Words } from '../../kit/web/say.ts'
import { admission } from './admission.ts'

/** Records whose fields are opened. */
export type Opened = Extract<
  keyof Tables,
  | ('addendum' | 'decision' | 'make_up' | 'meeting' | 'meeting_photo' | 'meeting_signature' | 'meeting_vote')
  | ('minute' | 'expected_exclusion' | 'leave_request' | 'planned_meeting' | 'material' | 'voice')
  | ('org_unit' | 'office' | 'person' | 'shift_day' | 'shift_rota' | 'shift_system' | 'study_plan_row')
  | ('admission_case' | 'admission_step' | 'dues_correction' | 'dues_payment')
  | ('late_reason' | 'manual_value' | 'period' | 'scheme' | 'target')
>

type Column<T extends Opened> = Exclude<keyof Tables[T] & string, 'mine_id'>

/** Fields that mean the same wherever they stand. */
const common = {
  id: { zh: '内部编号', en: 'Own number' },
  org_id: { zh: '所属组织', en: 'Unit' },
  person_id: { zh: '本人', en: 'Person' },
  account_id: { zh: '办理账号', en: 'By account' },
  meeting_id: { zh: '会议', en: 'Meeting' },
  recorded_at: { zh: '录入时间', en: 'Recorded' },
  source: { zh: '来源', en: 'Source' },
  subject: { zh: '议题', en: 'Subject' },
  note: { zh: '备注', en: 'Note' },
  text: { zh: '内容', en: 'Text' },
  reason: { zh: '原因', en: 'Reason' },
  state: { zh: '状态', en: 'State' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '类别', en: 'Kind' },
  no: { zh: '编号', en: 'Number' },
  hours_hundredths: { zh: '学时', en: 'Hours' },
  lecturer: { zh: '授课人', en: 'Lecturer' },
  expected: { zh: '应到', en: 'Expected' },
  present: { zh: '实到', en: 'Present' },
  file_hash: { zh: '文件摘要', en: 'Digest of the file' },
  item_id: { zh: '议程', en: 'Item' },
  from_day: { zh: '起', en: 'From' },
  to_day: { zh: '止', en: 'Until' },
} as const satisfies Record<string, Words>

const { id, org_id, person_id, account_id, meeting_id, recorded_at, source } = common
const inRoom = { id, org_id, meeting_id, account_id } as const

/** What the fields of a record are called, table by table. A column without a word does not compile. */
const columns: { readonly [T in Opened]: Readonly<Record<Column<T>, Words>> } = {
  addendum: { ...inRoom, recorded_at, text: common.text },
  admission_case: { id, person_id, source, recorded_at, ...admission },
  admission_step: {
    ...{ id, person_id, account_id, recorded_at },
    case_id: { zh: '发展档案', en: 'Admission' },
    step: { zh: '步骤', en: 'Step' },
    happened_on: { zh: '办理日期', en: 'Day' },
    earlier_on: { zh: '原日期', en: 'Day before' },
    reason: common.reason,
    recorded_on: { zh: '登记日期', en: 'Recorded on' },
  },
  decision: {
    ...{ ...inRoom, recorded_at, item_id: common.item_id, text: common.text, state: common.state },
    owner_id: { zh: '责任人', en: 'Owner' },
    due_on: { zh: '期限', en: 'Due' },
    done_on: { zh: '办结日期', en: 'Done on' },
    how: { zh: '办理情况', en: 'How' },
  },
  dues_correction: {
    ...{ id, person_id, account_id, recorded_at, reason: common.reason },
    payment_id: { zh: '缴费记录', en: 'Payment' },
    from_fen: { zh: '原金额', en: 'Before' },
    to_fen: { zh: '更正为', en: 'Corrected to' },
  },
  dues_payment: {
    ...{ id, person_id, source, recorded_at },
    month: { zh: '月份', en: 'Month' },
    believed_fen: { zh: '台账应缴', en: 'Owed as the ledger has it' },
    paid_fen: { zh: '实缴', en: 'Paid' },
    paid_on: { zh: '缴费日期', en: 'Paid on' },
  },
  expected_exclusion: {
    ...{ id, org_id, person_id, account_id, recorded_at },
    ground: { zh: '情形', en: 'Ground' },
    approval_no: { zh: '批准文号', en: 'Approval' },
    consent_meeting_id: { zh: '同意的大会', en: 'Meeting that consented' },
    from_day: common.from_day,
    to_day: common.to_day,
  },
  late_reason: {
    ...{ id, org_id, person_id, account_id, recorded_at, text: common.text },
    subject: { zh: '所说的记录', en: 'Record it is about' },
  },
  leave_request: {
    ...{ id, person_id, recorded_at, reason: common.reason, note: common.note, state: common.state },
    planned_id: { zh: '会议安排', en: 'Planned meeting' },
    answer: { zh: '答复', en: 'Answer' },
    answered_by: { zh: '答复账号', en: 'Answered by account' },
    answered_at: { zh: '答复时间', en: 'Answered' },
    withdrawn_at: { zh: '撤回时间', en: 'Withdrawn' },
  },
  make_up: {
    ...{ ...inRoom, person_id, recorded_at },
    made_on: { zh: '补课日期', en: 'Made up on' },
    shift: { zh: '班次', en: 'Shift' },
    given: { zh: '补课内容', en: 'What was given' },
    material_id: { zh: '学习材料', en: 'Material' },
  },
  manual_value: {
    ...{ id, account_id, recorded_at, reason: common.reason },
    branch_id: { zh: '党支部', en: 'Branch' },
    period_name: { zh: '考核期', en: 'Period' },
    fact_id: { zh: '评分项', en: 'Item' },
    value: { zh: '分值', en: 'Value' },
    evidence: { zh: '依据', en: 'Evidence' },
  },
  material: {
    ...{ id, org_id, recorded_at, file_hash: common.file_hash },
    title: { zh: '标题', en: 'Title' },
    body: { zh: '正文', en: 'Body' },
    file_name: { zh: '文件名', en: 'File' },
    withdrawn_at: { zh: '撤下时间', en: 'Withdrawn' },
    withdrawn_by: { zh: '撤下账号', en: 'Withdrawn by account' },
    withdrawn_why: { zh: '撤下原因', en: 'Why withdrawn' },
  },
  meeting: {
    ...{ id, org_id, source, recorded_at, no: common.no, subject: common.subject },
    ...{ lecturer: common.lecturer, expected: common.expected, present: common.present },
    hours_hundredths: common.hours_hundredths,
    kind: { zh: '会议类型', en: 'Kind of meeting' },
    held_on: { zh: '日期', en: 'Held on' },
    starts: { zh: '开始', en: 'Starts' },
    ends: { zh: '结束', en: 'Ends' },
    place: { zh: '地点', en: 'Place' },
    chair: { zh: '主持人', en: 'Chair' },
    recorder: { zh: '记录人', en: 'Recorder' },
    absence: { zh: '缺席说明', en: 'Why absent' },
    resolution: { zh: '决议', en: 'Resolution' },
    registered_on: { zh: '登记日期', en: 'Registered on' },
    room_state: { zh: '会议室状态', en: 'State of the room' },
    opened_at: { zh: '开始时刻', en: 'Opened' },
    closed_at: { zh: '结束时刻', en: 'Closed' },
    reopened_at: { zh: '重新打开时间', en: 'Opened again' },
    reopened_why: { zh: '重新打开的原因', en: 'Why opened again' },
    discarded_why: { zh: '放弃原因', en: 'Why given up' },
  },
  meeting_photo: {
    ...{ ...inRoom, recorded_at, file_hash: common.file_hash },
    caption: { zh: '说明', en: 'Caption' },
    removed_at: { zh: '移除时间', en: 'Removed' },
    kept_hash: common.file_hash,
  },
  meeting_signature: {
    ...inRoom,
    role: { zh: '签字身份', en: 'As' },
    digest: { zh: '所签内容摘要', en: 'Digest of what was signed' },
    signed_at: { zh: '签字时间', en: 'Signed' },
  },
  meeting_vote: {
    ...{ ...inRoom, recorded_at, item_id: common.item_id },
    ...{ expected: common.expected, present: common.present },
    rule: { zh: '表决规则', en: 'Rule' },
    clause: { zh: '依据条款', en: 'Clause' },
    yes: { zh: '赞成', en: 'Yes' },
    no: { zh: '反对', en: 'No' },
    abstain: { zh: '弃权', en: 'Abstain' },
    written: { zh: '书面意见', en: 'In writing' },
    written_yes: { zh: '书面赞成', en: 'Yes in writing' },
    carried: { zh: '是否通过', en: 'Carried' },
    repeat_why: { zh: '再次表决的原因', en: 'Why voted again' },
  },
  minute: {
    ...{ ...inRoom, item_id: common.item_id, text: common.text },
    saved_at: { zh: '保存时间', en: 'Saved' },
  },
  office: {
    ...{ id, org_id, recorded_at },
    account_id: { zh: '账号', en: 'Account' },
    role: { zh: '职务', en: 'Office' },
    ended_at: { zh: '结束时间', en: 'Ended' },
  },
  org_unit: {
    ...{ id, source, recorded_at, name: common.name, note: common.note },
    code: { zh: '编码', en: 'Code' },
    kind: { zh: '组织类别', en: 'Kind of unit' },
    parent_id: { zh: '上级组织', en: 'Under' },
    founded_on: { zh: '成立日期', en: 'Founded' },
    term_from: { zh: '本届起', en: 'Term from' },
    term_to: { zh: '本届止', en: 'Term to' },
    shift_system: { zh: '班制', en: 'Shifts' },
    theme_day: { zh: '主题党日', en: 'Themed Party day' },
  },
  period: {
    ...{ id, recorded_at, name: common.name },
    first_day: { zh: '第一天', en: 'First day' },
    last_day: { zh: '最后一天', en: 'Last day' },
    scheme_id: { zh: '考核细则', en: 'Scheme' },
    closed_at: { zh: '封存时间', en: 'Closed' },
    seal: { zh: '封存摘要', en: 'Seal' },
  },
  person: {
    ...{ id, source, recorded_at, no: common.no, note: common.note },
    name: { zh: '姓名', en: 'Name' },
    pinyin: { zh: '拼音', en: 'Pinyin' },
    initials: { zh: '拼音首字母', en: 'Initials' },
    sex: { zh: '性别', en: 'Sex' },
    ethnicity: { zh: '民族', en: 'Ethnicity' },
    born_on: { zh: '出生日期', en: 'Born' },
    id_number: { zh: '公民身份号码（密文）', en: 'ID number (sealed)' },
    id_number_mac: { zh: '公民身份号码（校验）', en: 'ID number (check)' },
    education: { zh: '学历', en: 'Education' },
    joined_on: { zh: '入党日期', en: 'Joined' },
    full_since: { zh: '转正日期', en: 'Full since' },
    crew: { zh: '区队班组', en: 'Crew' },
    phone: { zh: '联系电话（密文）', en: 'Phone (sealed)' },
  },
  planned_meeting: {
    ...{ id, org_id, meeting_id, recorded_at, subject: common.subject, state: common.state },
    kind: { zh: '会议类型', en: 'Kind of meeting' },
    note: { zh: '会前说明', en: 'What to prepare' },
    why_cancelled: { zh: '取消原因', en: 'Why called off' },
  },
  scheme: { id, source, recorded_at, version: { zh: '版本', en: 'Version' } },
  shift_day: {
    ...{ id, org_id, person_id, recorded_at },
    day: { zh: '日期', en: 'Day' },
    shift: { zh: '班次', en: 'Shift' },
  },
  shift_rota: { id, org_id, recorded_at, from_day: common.from_day },
  shift_system: {
    ...{ id, recorded_at, name: common.name },
    underground: { zh: '井下', en: 'Underground' },
    before_minutes: { zh: '班前（分钟）', en: 'Before (minutes)' },
    after_minutes: { zh: '班后（分钟）', en: 'After (minutes)' },
    rest_days: { zh: '休息日', en: 'Days of rest' },
  },
  study_plan_row: {
    ...{ id, org_id, meeting_id, source, recorded_at, lecturer: common.lecturer },
    hours_hundredths: common.hours_hundredths,
    month: { zh: '月份', en: 'Month' },
    subject: { zh: '学习主题', en: 'Subject of study' },
    content: { zh: '学习内容', en: 'Content' },
    form: { zh: '学习形式', en: 'Form' },
    prepared: { zh: '是否备课', en: 'Prepared' },
    cancelled_on: { zh: '取消日期', en: 'Cancelled on' },
    cancel_reason: { zh: '取消原因', en: 'Why cancelled' },
  },
  target: {
    ...{ id, org_id, source, recorded_at, no: common.no },
    task: { zh: '任务', en: 'Task' },
    fact: { zh: '考核事项', en: 'Fact' },
    goal: { zh: '目标值', en: 'Goal' },
    deadline: { zh: '期限', en: 'Deadline' },
  },
  voice: {
    ...{ id, org_id, person_id, recorded_at, kind: common.kind, text: common.text },
    account_id: { zh: '发出账号', en: 'From account' },
    page: { zh: '所在页面', en: 'Page' },
    field: { zh: '所指信息', en: 'Field' },
    answer_by: { zh: '答复期限', en: 'Answer due' },
    outcome: { zh: '办理结果', en: 'Outcome' },
    answer: { zh: '答复', en: 'Answer' },
    answered_by: { zh: '答复账号', en: 'Answered by account' },
    answered_at: { zh: '答复时间', en: 'Answered' },
  },
}

/** What the rows sealed with a record are called; a test holds them against the records. */
const parts: Readonly<Record<string, Words>> = {
  roll: { zh: '点名', en: 'Roll' },
  calls: { zh: '点名次数', en: 'Roll calls' },
  guests: { zh: '列席', en: 'Guests' },
  sessions: { zh: '场次', en: 'Sittings' },
  materials: { zh: '会前阅读', en: 'To read' },
  agenda: { zh: '议程', en: 'Agenda' },
  standings: { zh: '历任身份', en: 'What they were when' },
  former_names: { zh: '原姓名', en: 'Names before' },
  shifts: { zh: '各班时间', en: 'Hours of shifts' },
  cycle: { zh: '轮班周期', en: 'Cycle' },
  crews: { zh: '班组', en: 'Crews' },
  items: { zh: '考核项', en: 'Items' },
  bands: { zh: '等次', en: 'Grades' },
  scores: { zh: '得分', en: 'Scores' },
}

export const isOpened = (table: string): table is Opened => table in columns

/** What a field of a record is called; undefined: it has no word. */
export function fieldWords(table: Opened, name: string): Words | undefined {
  const own: Readonly<Record<string, Words>> = columns[table]
  return own[name] ?? parts[name]
}
