import { type ReactNode, useEffect, useRef } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { words } from './words.ts'

/** Finds a branch by name or code; Ctrl+K (⌘K) leads here. */
export function Finder({ q, onChange }: { q: string; onChange: (q: string) => void }): ReactNode {
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <input
      ref={field}
      type="search"
      className="input"
      aria-label={say(words.findBranch)}
      placeholder={say(words.findBranchKeys)}
      aria-keyshortcuts="Control+K Meta+K"
      value={q}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
