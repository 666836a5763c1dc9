import type { ReactNode } from 'react'
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { Page } from '../../kit/web/phone/Page.tsx'
import { type Read, useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { WhoContext } from '../../kit/web/who.ts'
import { ChangeFirst, DeskOnly, SignInPage, Waits } from './doors.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { Shell } from './Shell.tsx'
import { UnsentPage } from './UnsentPage.tsx'
import { words } from './words.ts'

type Me = OutputOf<'access.findMe'>

function Lost(): ReactNode {
  const say = useSay()
  return (
    <Page title={say(words.lostTitle)} under={say(words.lost)}>
      <ButtonLink to="/">{say(words.toToday)}</ButtonLink>
    </Page>
  )
}

function Pages({ me }: { me: Me }): ReactNode {
  return (
    <Switch>
      <Route path="/me/settings">
        <SettingsPage me={me} />
      </Route>
      <Route path="/unsent" component={UnsentPage} />
      <Route>
        <Lost />
      </Route>
    </Switch>
  )
}

/** Whoever is not signed in goes to the door and comes back to where they were. */
function Gate({ me }: { me: Read<'access.findMe'> }): ReactNode {
  const [path] = useLocation()
  const search = useSearch()
  const isOut = me.state === 'failed' && me.problem.code === 'not-signed-in'
  if (isOut) {
    const next = path === '/' ? '' : `?${new URLSearchParams({ next: `${path}${search && `?${search}`}` })}`
    return <Redirect to={`/sign-in${next}`} replace />
  }
  if (me.state !== 'ready') return <Waits me={me} />
  if (me.data.mustChange) return <ChangeFirst />
  if (!me.data.personId) return <DeskOnly />
  return (
    <WhoContext value={me.data}>
      <Shell accountId={me.data.accountId}>
        <Pages me={me.data} />
      </Shell>
    </WhoContext>
  )
}

/** The phone: a door for those who are not in yet, pages for those who are. */
export function App(): ReactNode {
  const me = useRead('access.findMe', {})
  return (
    <Switch>
      <Route path="/sign-in">
        <SignInPage me={me} />
      </Route>
      <Route>
        <Gate me={me} />
      </Route>
    </Switch>
  )
}
