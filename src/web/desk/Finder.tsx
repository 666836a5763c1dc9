import type { ReactNode } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { words } from './words.ts'

/** Finds a branch in the tree by name or code. */
export function Finder({ q, onChange }: { q: string; onChange: (q: string) => void }): ReactNode {
  const say = useSay()
  return (
    <input
      type="search"
      className="input"
      aria-label={say(words.findBranch)}
      placeholder={say(words.findBranch)}
      value={q}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
