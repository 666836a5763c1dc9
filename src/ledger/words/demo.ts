import { roleWords } from '../../access/words/door.ts'
import type { Words } from '../../kit/web/say.ts'

/** What those who sign in to the demo are: their office, or on the way into the Party, which is none. */
export const demoRoleWords: Readonly<Record<string, Words>> = {
  ...roleWords,
  applicant: { zh: '申请入党的人（没有职务）', en: 'Applicant (no office)' },
}
