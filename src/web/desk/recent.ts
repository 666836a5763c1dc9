import { useEffect } from 'react'
import { useRoute } from 'wouter'
import { keep, useKept } from '../../kit/web/kept.ts'
import type { Unit } from '../../org/ui/units.ts'

const MOST = 4
const recent = keep('pitlamp.recent')

/** The branches looked at last, latest first; the present one goes to the front when it is left. */
export function useRecent(branches: readonly Unit[]): Unit[] {
  const [, params] = useRoute('/branch/:id')
  const id = params?.id
  const ids = useKept(recent).split(' ')
  useEffect(() => {
    if (!id) return
    const others = recent
      .read()
      .split(' ')
      .filter((other) => other && other !== id)
    return () => recent.set([id, ...others].slice(0, MOST).join(' '))
  }, [id])
  return ids.flatMap((one) => branches.filter((branch) => branch.id === one && branch.id !== id))
}
