import type { ReactNode } from 'react'
import { useAddress } from '../../kit/web/address.ts'
import { useAsk } from '../../kit/web/ask.ts'
import { useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { PaperMenu } from '../../kit/web/ui/PaperMenu.tsx'
import { PrintButton } from '../../kit/web/ui/PrintButton.tsx'
import { useMay } from '../../kit/web/who.ts'
import { useUnits } from '../../org/ui/units.ts'
import { addPersonPath } from '../ui/paths.ts'
import { refusals, words } from '../words/pages.ts'
import { Roster } from './roster/Roster.tsx'
import { Tree } from './roster/Tree.tsx'
import './roster/roster.css'

/** The roster of the unit chosen, as a paper. */
function RosterPaper({ unit }: { unit: string }): ReactNode {
  const roster = useAsk('documents.roster')
  const ask = (format: 'docx' | 'pdf') => roster.ask({ branchId: unit, format })
  return <PaperMenu offers={[{ ...roster, name: words.roster, refusals: refusals.rosterPaper, ask }]} />
}

function Actions({ unit }: { unit: string }): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <>
      {may('people.addPerson') && (
        <ButtonLink kind="primary" to={addPersonPath(unit)}>
          {say(words.add)}
        </ButtonLink>
      )}
      {may('ledger.preview') && <ButtonLink to="/import">{say(words.toImport)}</ButtonLink>}
      {unit && may('documents.roster') && <RosterPaper unit={unit} />}
      <PrintButton />
    </>
  )
}

/** Everybody the person may see, by unit, category and day; found by number, name or pinyin. */
export default function PeoplePage(): ReactNode {
  const say = useSay()
  const [scope, set] = useAddress({ unit: '', category: '', on: '' })
  const unit = useUnits().find(({ id }) => id === scope.unit)
  const title = unit ? `${say(words.roster)} · ${unit.name}` : say(words.roster)
  return (
    <Page title={title} under={say(words.rosterLead)} actions={<Actions unit={scope.unit} />}>
      <div className="roster">
        <Tree unit={scope.unit} onChoose={(chosen) => set({ unit: chosen })} />
        <div className="stack">
          <Roster scope={scope} set={set} />
        </div>
      </div>
    </Page>
  )
}
