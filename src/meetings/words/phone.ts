import type { Words } from '../../kit/web/say.ts'

export const rollWords: Readonly<Record<'present' | 'absent' | 'excluded', Words>> = {
  present: { zh: '到会', en: 'Present' },
  absent: { zh: '未到', en: 'Absent' },
  excluded: { zh: '不计', en: 'Not counted' },
}

export const words = {
  mine: { zh: '我的会议', en: 'My meetings' },
  hours: { zh: '{year}年学时 {hours}', en: 'Study hours in {year}: {hours}' },
  coming: { zh: '要开的', en: 'To come' },
  noneComing: {
    zh: '近期没有要您参加的会议。定下来后这里会有时间、地点和要看的材料。',
    en: 'No meeting of yours is planned. Once one is, its time, place and what to read stand here.',
  },
  attended: { zh: '开过的', en: 'Past' },
  noneAttended: { zh: '还没有您的到会记录。', en: 'No roll call names you yet.' },
  hoursOf: { zh: '{hours} 学时', en: '{hours} h' },
  open: { zh: '看会议', en: 'See the meeting' },
  toRead: { zh: '会前要看 {n} 份', en: '{n} {n|thing|things} to read before' },
  when: { zh: '我的场次', en: 'My sitting' },
  notMine: {
    zh: '没有专为您这个班次安排的场次，这是最近的一场。',
    en: 'No sitting is for your shift; this is the nearest.',
  },
  noSession: { zh: '时间还没有定。', en: 'The time is not fixed yet.' },
  others: { zh: '其他场次', en: 'Other sittings' },
  everyShift: { zh: '各班次', en: 'All shifts' },
  note: { zh: '要准备的', en: 'To prepare' },
  reading: { zh: '会前看', en: 'Read before' },
  cancelled: { zh: '已取消：{why}', en: 'Called off: {why}' },
  held: { zh: '已开过', en: 'Over' },
  askLeave: { zh: '请假', en: 'Ask for leave' },
  leaveNoted: { zh: '您写的说明：{note}', en: 'Your note: {note}' },
  askLeaveFor: { zh: '请假：{meeting}（{reason}）', en: 'Leave from {meeting} ({reason})' },
  askLeaveFrom: { zh: '请假：{meeting}', en: 'Ask for leave: {meeting}' },
  leaveNote: { zh: '补充一句（可不填，先写再选原因）', en: 'A word on it (optional; write it first)' },
  leaveSent: {
    zh: '请假已送到。答复会出现在“今天”。',
    en: 'Your request has arrived. The answer will stand under “Today”.',
  },
  leaveWaits: { zh: '您的请假还没有发出。', en: 'Your request for leave is not sent yet.' },
  withdrawLeave: { zh: '撤回请假', en: 'Withdraw the request' },
  withdrawLeaveFrom: { zh: '撤回请假：{meeting}', en: 'Withdraw leave: {meeting}' },
  withdrawLeaveMeans: {
    zh: '撤回后，支部按您会来安排。以后有事还可以再请。',
    en: 'The branch then counts on you. You can ask again later.',
  },
  leaveWithdrawn: {
    zh: '请假已撤回，到时请来开会。',
    en: 'Your request is withdrawn. You are expected at the meeting.',
  },
  withdrawalWaits: { zh: '您的撤回还没有发出。', en: 'Your withdrawal is not sent yet.' },
  leaveStands: { zh: '请假：{state}', en: 'Leave: {state}' },
  leaveStandsWhy: { zh: '请假：{state}（{reason}）', en: 'Leave: {state} ({reason})' },
} as const satisfies Record<string, Words>
