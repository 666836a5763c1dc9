import { type RefObject, useEffect, useRef } from 'react'

/**
 * A place for the focus of whoever pressed a button by key that was gone when it had done its work: when `now` changes and the focus is
 * nowhere, it goes there. The place takes `tabIndex={-1}`.
 */
export function useStay<T extends HTMLElement>(now: string): RefObject<T | null> {
  const place = useRef<T>(null)
  const was = useRef(now)
  useEffect(() => {
    if (was.current === now) return
    was.current = now
    if (document.activeElement === document.body) place.current?.focus()
  }, [now])
  return place
}
