import type { ReactNode } from 'react'
import { Redirect, useSearchParams } from 'wouter'
import { ChangePassword } from '../../access/ui/ChangePassword.tsx'
import { SignIn } from '../../access/ui/SignIn.tsx'
import { words as accessWords } from '../../access/words/pages.ts'
import { Page } from '../../kit/web/phone/Page.tsx'
import { Freshness } from '../../kit/web/phone/Standing.tsx'
import { Waiting } from '../../kit/web/phone/Waiting.tsx'
import { type Read, useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Bones } from '../../kit/web/ui/Waiting.tsx'
import { afterDoor, hasEnded } from '../way.ts'
import { LanguageSwitch, SizeSwitch } from './Switches.tsx'
import { words } from './words.ts'

/** A page before the shell: one question, and the switches one may need to read it. */
export function Door({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="phone">
      <Freshness />
      <header className="door-top">
        <LanguageSwitch />
        <SizeSwitch />
      </header>
      <main id="page">{children}</main>
    </div>
  )
}

/** Signing in; whoever is in already goes on to where they wanted. */
export function SignInPage({ me }: { me: Read<'access.findMe'> }): ReactNode {
  const say = useSay()
  const [query] = useSearchParams()
  const mine = useRead('access.findMine', {})
  if (me.state === 'ready') return <Redirect to={afterDoor(query)} replace />
  const isSetUp = mine.state !== 'ready' || mine.data.isSetUp
  return (
    <Door>
      <Page title={say(isSetUp ? accessWords.signIn : accessWords.notSetUpTitle)} under={mine.data?.name}>
        {hasEnded(query) && <p role="status">{say(accessWords.ended)}</p>}
        {mine.state === 'failed' && <Waiting of={mine} words={{}} />}
        {isSetUp ? <SignIn /> : <p>{say(accessWords.notSetUp)}</p>}
      </Page>
    </Door>
  )
}

/** The first password still stands: nothing else is possible before it is changed. */
export function ChangeFirst(): ReactNode {
  const say = useSay()
  return (
    <Door>
      <Page title={say(accessWords.changeFirst)} under={say(accessWords.changeFirstLead)}>
        <ChangePassword when="first" />
      </Page>
    </Door>
  )
}

/** An account of somebody who is on no roster: its work is on the desk. */
export function DeskOnly(): ReactNode {
  const say = useSay()
  return (
    <Door>
      <Page title={say(words.toDesk)} under={say(words.notAPerson)}>
        <a className="button primary full" href="/desk">
          {say(words.toDesk)}
        </a>
      </Page>
    </Door>
  )
}

/** The server has not said who is signed in. */
export function Waits({ me }: { me: Read<'access.findMe'> }): ReactNode {
  return <Door>{me.state === 'failed' ? <Waiting of={me} words={{}} /> : <Bones lines={10} />}</Door>
}
