import { actions as access } from '../access/api/actions.ts'
import type { Action } from '../kit/server/action.ts'
import { actions as org } from '../org/api.ts'
import { actions as people } from '../people/api.ts'

/** Every action of the product; one that is not here is not served. */
export const actions: readonly Action[] = [...access, ...org, ...people]
