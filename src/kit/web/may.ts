import { createContext, useContext } from 'react'
import type { ActionName } from '../contract.ts'

/** Which actions the person may do somewhere; pages leave out what nobody here may do. The server decides anew each time. */
export const MayContext = createContext<readonly string[]>([])

export function useMay(): (action: ActionName) => boolean {
  const may = useContext(MayContext)
  return (action) => may.includes(action)
}
