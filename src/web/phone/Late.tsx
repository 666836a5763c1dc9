import { type ReactNode, useEffect, useState } from 'react'

type Loaded = typeof import('../../journal/phone/LogWatch.tsx')

/** A part that the first load does without: it comes when the page stands, `afterMs` later. Nothing until then, nothing without a line. */
export function Late({ part, afterMs = 0 }: { part: keyof Loaded; afterMs?: number }): ReactNode {
  const [loaded, setLoaded] = useState<Loaded>()
  useEffect(() => {
    setTimeout(
      () => void import('../../journal/phone/LogWatch.tsx').then(setLoaded, () => undefined),
      afterMs,
    )
  }, [afterMs])
  const Part = loaded?.[part]
  return Part ? <Part /> : null
}
