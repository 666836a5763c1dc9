import type { Action } from '../kit/server/action.ts'

/** Every action of the product; one that is not here is not served. */
export const actions: readonly Action[] = []
