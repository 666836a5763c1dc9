import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'wouter'
import { OfficeLinks } from '../../access/desk/OfficeLinks.tsx'
import { SetUp } from '../../access/desk/SetUp.tsx'
import { TakeOffice } from '../../access/desk/TakeOffice.tsx'
import { deskRefusals, deskWords } from '../../access/words/desk.ts'
import { roleWords } from '../../access/words/door.ts'
import { words as homeWords } from '../../home/words/pages.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { type Read, useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { WhoContext } from '../../kit/web/who.ts'
import { Start } from '../../ledger/desk/Start.tsx'
import { words as ledgerWords } from '../../ledger/words/pages.ts'
import { Door } from './doors.tsx'

type Me = Read<'access.findMe'>
type Links = OutputOf<'access.setUp'>['links']
const STEPS = 3

/** The first hour of a mine: its name and first administrator, the links for the other two, then the ledgers or the demo. */
function Wizard({ token, me }: { token: string; me: Me }): ReactNode {
  const say = useSay()
  const [links, setLinks] = useState<Links | null>(null)
  const [kept, setKept] = useState(false)
  const stepAbove = (n: number): string => say(homeWords.setUpStep, { n, all: STEPS })
  if (links && kept)
    return (
      <Door title={say(ledgerWords.startTitle)} lead={say(ledgerWords.startLead)} above={stepAbove(3)}>
        {me.state === 'ready' ? (
          <WhoContext value={me.data}>
            <Start />
          </WhoContext>
        ) : (
          <Waiting of={me} words={{}} />
        )}
      </Door>
    )
  if (links)
    return (
      <Door title={say(deskWords.linksTitle)} lead={say(deskWords.linksLead)} above={stepAbove(2)}>
        <OfficeLinks links={links} onKept={() => setKept(true)} />
      </Door>
    )
  return (
    <Door title={say(deskWords.setUp)} lead={say(deskWords.setUpLead)} above={stepAbove(1)}>
      <SetUp token={token} onDone={setLinks} />
    </Door>
  )
}

function ToSignIn(): ReactNode {
  const say = useSay()
  return (
    <div className="row">
      <ButtonLink to="/sign-in">{say(deskWords.toSignIn)}</ButtonLink>
    </div>
  )
}

/** What a one-time link leads to: the wizard, or the account of one of the other two administrators. */
export default function SetUpPage({ me }: { me: Me }): ReactNode {
  const say = useSay()
  const [query] = useSearchParams()
  const [token] = useState(() => query.get('token') ?? '')
  const [purpose, setPurpose] = useState<OutputOf<'access.findTicket'>['purpose'] | null>(null)
  const ticket = useRead('access.findTicket', purpose ? null : { token })
  if (!purpose && ticket.data) setPurpose(ticket.data.purpose)
  if (purpose === 'setup') return <Wizard token={token} me={me} />
  if (purpose === 'securityAdmin' || purpose === 'auditAdmin') {
    const title = say(deskWords.takeOffice, { role: say(roleWords[purpose]) })
    return (
      <Door title={title} lead={say(deskWords.takeOfficeLead)}>
        <TakeOffice token={token} title={title} />
      </Door>
    )
  }
  return (
    <Door title={say(deskWords.doorTitle)}>
      {!purpose && <Waiting of={ticket} words={deskRefusals.findTicket} lines={3} />}
      {(purpose || ticket.state === 'failed') && <ToSignIn />}
    </Door>
  )
}
