import { roleWords } from '../../access/words/door.ts'
import { stepWords } from '../../joining/words/steps.ts'
import type { Words } from '../../kit/web/say.ts'
import { meetingKindWords } from '../../meetings/words/kinds.ts'
import { leaveReasonWords, leaveStateWords } from '../../meetings/words/leave.ts'
import { planStateWords } from '../../meetings/words/plans.ts'
import { decisionStateWords, roomStateWords, signerWords } from '../../meetings/words/room.ts'
import { orgKindWords } from '../../org/words/kinds.ts'
import { outcomeWords, kindWords as voiceKindWords } from '../../voice/words/pages.ts'

type Codes = Readonly<Record<string, Words>>

/** What the codes in fields mean, by table and field, or by field where they mean the same wherever they stand. */
export const codes: Readonly<Record<string, Codes>> = {
  source: {
    import: { zh: '导入', en: 'imported' },
    product: { zh: '在本系统录入', en: 'entered here' },
  },
  'meeting.kind': meetingKindWords,
  'meeting.room_state': roomStateWords,
  'planned_meeting.kind': meetingKindWords,
  'planned_meeting.state': planStateWords,
  'leave_request.reason': leaveReasonWords,
  'leave_request.state': leaveStateWords,
  'decision.state': decisionStateWords,
  'meeting_signature.role': signerWords,
  'office.role': roleWords,
  'org_unit.kind': orgKindWords,
  'admission_step.step': stepWords,
  'voice.kind': voiceKindWords,
  'voice.outcome': outcomeWords,
}

/** How plain values are said. */
export const words = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  yuan: { zh: '{n} 元', en: '{n} yuan' },
  hours: { zh: '{n} 学时', en: '{n} hours' },
  items: { zh: '{n} 项', en: '{n} {n|item|items}' },
} as const satisfies Record<string, Words>
