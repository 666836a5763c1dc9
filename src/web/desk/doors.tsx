import { type ReactNode, useEffect } from 'react'
import { Redirect, useSearchParams } from 'wouter'
import { ChangePassword } from '../../access/ui/ChangePassword.tsx'
import { SignIn } from '../../access/ui/SignIn.tsx'
import { words } from '../../access/words/pages.ts'
import { type Read, useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { afterDoor, hasEnded } from '../way.ts'
import { Brand, Demo, Language, Look } from './Top.tsx'

function DoorTop(): ReactNode {
  const mine = useRead('access.findMine', {})
  return (
    <header className="top unprinted">
      <span className="row">
        <Brand />
        <span className="mine">{mine.data?.name}</span>
        {mine.data?.demo && <Demo />}
      </span>
      <span className="row">
        <Language />
        <Look />
      </span>
    </header>
  )
}

/** A page before the shell: one column, one question. */
export function Door(of: {
  title: string
  lead?: string
  above?: ReactNode
  children: ReactNode
}): ReactNode {
  useEffect(() => {
    document.title = `${of.title} · 矿灯 Pitlamp`
  }, [of.title])
  return (
    <div className="frame">
      <DoorTop />
      <main className="door stack wide">
        <div className="stack tight">
          {of.above && <div className="soft">{of.above}</div>}
          <h1>{of.title}</h1>
          {of.lead && <p className="soft">{of.lead}</p>}
        </div>
        {of.children}
      </main>
    </div>
  )
}

/** Signing in, and what to do when the mine has not been set up. Whoever is in already goes on to where they wanted. */
export function SignInPage({ me }: { me: Read<'access.findMe'> }): ReactNode {
  const say = useSay()
  const [query] = useSearchParams()
  const mine = useRead('access.findMine', {})
  if (me.state === 'ready') return <Redirect to={afterDoor(query)} replace />
  if (mine.state === 'ready' && !mine.data.isSetUp)
    return (
      <Door title={say(words.notSetUpTitle)}>
        <p>{say(words.notSetUp)}</p>
      </Door>
    )
  return (
    <Door title={say(words.signIn)} above={mine.data?.name}>
      {hasEnded(query) && <p role="status">{say(words.ended)}</p>}
      {mine.state === 'failed' && <Waiting of={mine} words={{}} />}
      <SignIn />
    </Door>
  )
}

/** The first password still stands: nothing else is possible before it is changed. */
export function ChangeFirst(): ReactNode {
  const say = useSay()
  return (
    <Door title={say(words.changeFirst)} lead={say(words.changeFirstLead)}>
      <ChangePassword when="first" />
    </Door>
  )
}

/** The server did not say who is signed in. */
export function SignInTrouble({ me }: { me: Read<'access.findMe'> }): ReactNode {
  const say = useSay()
  return (
    <Door title={say(words.signIn)}>
      <Waiting of={me} words={{}} />
    </Door>
  )
}
