import { type ReactNode, useEffect, useState } from 'react'
import { useAddress } from '../../kit/web/address.ts'
import { useSay } from '../../kit/web/say.ts'
import { Page } from '../../kit/web/ui/Page.tsx'
import { words } from '../words/pages.ts'
import { PeopleList } from './PeopleList.tsx'

const PAUSE_MS = 250

/** Everybody the person may see, found by number, name or pinyin. */
export default function PeoplePage(): ReactNode {
  const say = useSay()
  const [asked, setAsked] = useAddress({ q: '', after: '' })
  const [typed, setTyped] = useState(asked.q)
  useEffect(() => {
    if (typed === asked.q) return
    const timer = setTimeout(() => setAsked({ q: typed, after: '' }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, asked.q, setAsked])
  return (
    <Page title={say(words.roster)} under={say(words.rosterLead)}>
      <input
        type="search"
        className="input finder unprinted"
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <PeopleList asked={{ q: asked.q, after: asked.after }} onTurn={(after) => setAsked({ after })} />
    </Page>
  )
}
