import type { Words } from '../../kit/web/say.ts'

export const noSuchUnit: Words = {
  zh: '没有这个组织，或不在您的范围内。',
  en: 'There is no such unit, or it is not yours to see.',
}

export const noSuchMeeting: Words = {
  zh: '没有这条会议记录，或不在您的范围内。',
  en: 'There is no such meeting, or it is not yours to see.',
}
