import { createContext } from 'react'

/** The addendum somebody writes in a room: words that came too late for the minutes are put into it. */
export type Writing = { readonly text: string; readonly set: (text: string) => void }

export const AddendumContext = createContext<Writing>({ text: '', set: () => undefined })

/** The field it is written in. */
export const ADDENDUM = 'addendum'
