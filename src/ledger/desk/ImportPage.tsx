import type { ReactNode } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { Page } from '../../kit/web/ui/Page.tsx'
import { useMay } from '../../kit/web/who.ts'
import { words } from '../words/pages.ts'
import { Exporting } from './Exporting.tsx'
import { Importing } from './Importing.tsx'
import { PastImports } from './PastImports.tsx'

/** Ledgers in and out. */
export default function ImportPage(): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <Page title={say(words.title)} under={say(words.lead)}>
      {may('ledger.preview') && <Importing />}
      {may('ledger.listImports') && <PastImports />}
      {may('ledger.export') && <Exporting />}
    </Page>
  )
}
