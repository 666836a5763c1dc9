import type { ReactNode } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Start } from '../../ledger/desk/Start.tsx'
import { words } from '../../ledger/words/pages.ts'

/** Where a new mine goes from here: its own ledgers, or the demo. */
export default function StartPage(): ReactNode {
  const say = useSay()
  return (
    <Page title={say(words.startTitle)} under={say(words.startLead)}>
      <Start />
    </Page>
  )
}
