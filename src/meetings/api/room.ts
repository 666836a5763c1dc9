import type { Action } from '../../kit/server/action.ts'
import { decisionActions } from './decisions.ts'
import { exclusionActions } from './exclusions.ts'
import { makeUpActions } from './make-ups.ts'
import { photoActions } from './photos.ts'
import { agendaActions } from './room/agenda.ts'
import { closeActions } from './room/close.ts'
import { minuteActions } from './room/minutes.ts'
import { openActions } from './room/open.ts'
import { rollActions } from './room/roll.ts'
import { showActions } from './room/show.ts'
import { voteActions } from './room/vote.ts'

/** The meeting room, from the opening to the signatures, and what follows. */
export const roomActions: readonly Action[] = [
  ...openActions,
  ...showActions,
  ...rollActions,
  ...agendaActions,
  ...voteActions,
  ...minuteActions,
  ...closeActions,
  ...decisionActions,
  ...makeUpActions,
  ...exclusionActions,
  ...photoActions,
]
