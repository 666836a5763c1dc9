import { actions as access } from '../access/api/actions.ts'
import { actions as assessment } from '../assessment/api/actions.ts'
import { actions as documents } from '../documents/api.ts'
import { actions as dues } from '../dues/api.ts'
import { findingActions } from '../evidence/api/findings.ts'
import { inspectingActions } from '../evidence/api/inspection.ts'
import { viewActions } from '../evidence/api/inspection-view.ts'
import { latenessActions } from '../evidence/api/lateness.ts'
import { reasonActions } from '../evidence/api/reasons.ts'
import { placeOf } from '../home/api/journal.ts'
import { actions as home } from '../home/api.ts'
import { actions as joining } from '../joining/api.ts'
import { printedActions } from '../journal/api/printed.ts'
import { witnessActions } from '../journal/api/witnesses.ts'
import type { Action } from '../kit/server/action.ts'
import { actions as ledger } from '../ledger/api/actions.ts'
import { actions as library } from '../library/api.ts'
import { blockActions } from '../meetings/api/blocks.ts'
import { roomActions } from '../meetings/api/room.ts'

import { actions as meetings } from '../meetings/api.ts'
import { actions as notices } from '../notices/api.ts'
import { actions as org } from '../org/api.ts'
import { actions as people } from '../people/api.ts'
import { actions as study } from '../study/api.ts'
import { actions as voice } from '../voice/api.ts'
import { findOpening } from './opening.ts'
import { packing } from './packing.ts'
import { records } from './records.ts'
import { findWhen } from './when.ts'

/** Every action of the product; one that is not here is not served. */
export const actions: readonly Action[] = [
  ...access,
  ...org,
  ...people,
  ...library,
  ...meetings,
  ...blockActions,
  ...roomActions,
  ...study,
  ...dues,
  ...voice,
  ...joining,
  ...assessment,
  ...ledger,
  ...inspectingActions,
  ...findingActions,
  ...viewActions,
  ...reasonActions({ records, placeOf }),
  ...latenessActions(records),
  ...notices,
  ...documents,
  ...home,
  findOpening,
  ...packing,
  findWhen,
  ...witnessActions,
  ...printedActions,
]
