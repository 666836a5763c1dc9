import { type ReactNode, useSyncExternalStore } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { newer } from './install.ts'
import { words } from './words.ts'

/** Says that there is a newer version; only the reader loads it. What is typed or unsent is kept on the phone and is there again. */
export function Newer(): ReactNode {
  const say = useSay()
  if (!useSyncExternalStore(newer.subscribe, newer.read)) return null
  return (
    <div role="status">
      <button type="button" className="strip-line" onClick={() => location.reload()}>
        <span>{say(words.newer)}</span> <u>{say(words.reload)}</u>
      </button>
    </div>
  )
}
