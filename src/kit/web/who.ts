import { createContext, useContext } from 'react'
import type { ActionName } from '../contract.ts'

/** Who looks at the page: the account, and the actions it may do somewhere. */
export type Who = { readonly accountId: string; readonly may: readonly string[] }

export const WhoContext = createContext<Who>({ accountId: '', may: [] })

/** Which actions the person may do somewhere; pages leave out what nobody here may do. The server decides anew each time. */
export function useMay(): (action: ActionName) => boolean {
  const { may } = useContext(WhoContext)
  return (action) => may.includes(action)
}

/** Keeps what belongs to one person apart from what another left in the same browser. */
export const useAccountId = (): string => useContext(WhoContext).accountId
