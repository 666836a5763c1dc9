import type { ReactNode } from 'react'
import { useAddress } from '../../kit/web/address.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button, ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { useMay } from '../../kit/web/who.ts'
import { ui } from '../../kit/web/words.ts'
import { useUnits } from '../../org/ui/units.ts'
import { addPersonPath } from '../ui/paths.ts'
import { words } from '../words/pages.ts'
import { Roster } from './roster/Roster.tsx'
import { Tree } from './roster/Tree.tsx'
import './roster/roster.css'

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
      <Button onPress={() => window.print()}>{say(ui.print)}</Button>
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
