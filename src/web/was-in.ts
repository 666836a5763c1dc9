import { useRef } from 'react'
import type { Read } from '../kit/web/read.ts'

/** Whether somebody was signed in on this page before: a closed door then means that their session ended. */
export function useWasIn(me: Read<'access.findMe'>): boolean {
  const was = useRef(false)
  if (me.state === 'ready') was.current = true
  return was.current
}
