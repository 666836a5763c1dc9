import type { Words } from '../../kit/web/say.ts'

export const cardWords = {
  privacy: { zh: '看告知', en: 'Read it' },
  meeting: { zh: '看会议', en: 'See the meeting' },
  dues: { zh: '怎么算的', en: 'How it is computed' },
  makeUp: { zh: '看会议', en: 'See the meetings' },
  step: { zh: '看步骤', en: 'See the steps' },
} as const satisfies Record<string, Words>

export const words = {
  today: { zh: '今天', en: 'Today' },
  morning: { zh: '早上好，{name}', en: 'Good morning, {name}' },
  afternoon: { zh: '下午好，{name}', en: 'Good afternoon, {name}' },
  evening: { zh: '晚上好，{name}', en: 'Good evening, {name}' },
  by: { zh: '{day}前', en: 'By {day}' },
  nothing: { zh: '现在没有要您办的。', en: 'There is nothing for you to do now.' },
  answered: { zh: '给您的答复', en: 'Answered to you' },
  look: { zh: '随时可看', en: 'Whenever you like' },
  dues: { zh: '我的党费', en: 'My dues' },
  duesRest: { zh: '还差 {rest} 元', en: '{rest} yuan to go' },
  duesPaid: { zh: '已交清', en: 'All paid' },
  notices: { zh: '通知', en: 'Notices' },
  record: { zh: '我的记录', en: 'My record' },
  mine: { zh: '我的', en: 'Mine' },
  hours: { zh: '学时', en: 'Study hours' },
  steps: { zh: '入党步骤', en: 'Admission steps' },
  held: { zh: '关于我的记录', en: 'What is held about me' },
  privacy: { zh: '个人信息告知', en: 'Privacy notice' },
  settings: { zh: '设置', en: 'Settings' },
  desk: { zh: '工作台', en: 'The desk' },
  deskUnder: { zh: '办支部工作，用电脑更方便', en: 'The branch’s work; better on a computer' },
} as const satisfies Record<string, Words>
