import type { Action } from '../../kit/server/action.ts'
import { openActions } from './room/open.ts'
import { rollActions } from './room/roll.ts'
import { showActions } from './room/show.ts'

/** The meeting room, from the opening to what follows. */
export const roomActions: readonly Action[] = [...openActions, ...showActions, ...rollActions]
