import type { Action } from '../../kit/server/action.ts'
export const demoActions: readonly Action[] = []
