import type { ReactNode } from 'react'
import { Witnesses } from '../../../journal/desk/witnesses/Witnesses.tsx'
import { words as witnessWords } from '../../../journal/words/witnesses.ts'
import { useAddress } from '../../../kit/web/address.ts'
import { useSay } from '../../../kit/web/say.ts'
import { ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { Page, Part } from '../../../kit/web/ui/Page.tsx'
import { Facts, Tabs } from '../../../kit/web/ui/Parts.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { words } from '../../words/settings.ts'
import { About } from './About.tsx'
import { LastBackup } from './LastBackup.tsx'
import { Rules } from './Rules.tsx'

type Kind = 'rules' | 'people' | 'witnesses' | 'backup' | 'about'
const KINDS: readonly Kind[] = ['rules', 'people', 'witnesses', 'backup', 'about']
const NAMES = { ...words, witnesses: witnessWords.witnesses }

function People(): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <Part title={say(words.people)}>
      <p>{say(words.peopleLead)}</p>
      <div className="row">
        {may('access.listAccounts') && <ButtonLink to="/accounts">{say(words.toAccounts)}</ButtonLink>}
        {may('people.listPeople') && <ButtonLink to="/people">{say(words.toPeople)}</ButtonLink>}
      </div>
    </Part>
  )
}

const command = (text: string): ReactNode => <code className="code">{text}</code>

function Backup(): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <Part title={say(words.backup)}>
      <p>{say(words.backupLead)}</p>
      {may('home.findHouse') && <LastBackup />}
      <Facts
        of={[
          { name: say(words.backupMake), value: command('npx pitlamp backup backup.snapshot') },
          { name: say(words.backupRestore), value: command('npx pitlamp restore backup.snapshot') },
          { name: say(words.backupVerify), value: command('npx pitlamp verify') },
        ]}
      />
    </Part>
  )
}

const PARTS: Readonly<Record<Kind, () => ReactNode>> = {
  rules: Rules,
  people: People,
  witnesses: Witnesses,
  backup: Backup,
  about: About,
}

/** By which rules everything is computed, who may do what, how to back up, which version this is. */
export default function SettingsPage(): ReactNode {
  const say = useSay()
  const may = useMay()
  const [{ tab }] = useAddress({ tab: '' })
  const kinds = KINDS.filter((kind) => kind !== 'witnesses' || may('journal.listWitnesses'))
  const here = kinds.find((kind) => kind === tab) ?? 'rules'
  const Shown = PARTS[here]
  const tabs = kinds.map((id) => ({ id, name: say(NAMES[id]), to: `/settings?tab=${id}` }))
  return (
    <Page title={say(words.settings)} under={say(words.lead)}>
      <Tabs label={say(words.settings)} here={here} tabs={tabs} />
      <Shown />
    </Page>
  )
}
