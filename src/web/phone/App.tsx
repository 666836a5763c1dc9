import { type ReactNode, useState } from 'react'
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter'
import { PrivacyNotice } from '../../access/phone/PrivacyNotice.tsx'
import { DuesPage } from '../../dues/phone/DuesPage.tsx'
import { MePage } from '../../home/phone/MePage.tsx'
import { TodayPage } from '../../home/phone/TodayPage.tsx'
import { StepsPage } from '../../joining/phone/StepsPage.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { useFollow } from '../../kit/web/live.ts'
import { Page } from '../../kit/web/phone/Page.tsx'
import { type Read, useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { WhoContext } from '../../kit/web/who.ts'
import { MaterialPage } from '../../library/phone/MaterialPage.tsx'
import { MeetingPage } from '../../meetings/phone/MeetingPage.tsx'
import { MeetingsPage } from '../../meetings/phone/MeetingsPage.tsx'
import { NoticesPage } from '../../notices/phone/NoticesPage.tsx'
import { HeldPage } from '../../people/phone/HeldPage.tsx'
import { VoicePage } from '../../voice/phone/VoicePage.tsx'
import { WritePage } from '../../voice/phone/WritePage.tsx'
import { useWasIn } from '../was-in.ts'
import { doorFrom } from '../way.ts'
import { ChangeFirst, DeskOnly, Door, SignInPage, Waits } from './doors.tsx'
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
      <Route path="/" component={TodayPage} />
      <Route path="/meetings" component={MeetingsPage} />
      <Route path="/meetings/:id">{({ id }) => <MeetingPage key={id} id={id} />}</Route>
      <Route path="/read/:id">{({ id }) => <MaterialPage key={id} id={id} />}</Route>
      <Route path="/voice" component={VoicePage} />
      <Route path="/voice/new" component={WritePage} />
      <Route path="/notices" component={NoticesPage} />
      <Route path="/me">
        <MePage me={me} />
      </Route>
      <Route path="/me/dues">
        <DuesPage />
      </Route>
      <Route path="/me/dues/:year">{({ year }) => <DuesPage key={year} year={year} />}</Route>
      <Route path="/me/steps" component={StepsPage} />
      <Route path="/me/held" component={HeldPage} />
      <Route path="/me/privacy">
        <PrivacyNotice back="/me" />
      </Route>
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

/** The privacy notice comes before everything else, once in each version; it may be put off, not skipped for ever. */
function Inside({ me }: { me: Me }): ReactNode {
  useFollow(me.accountId)
  const [isLater, setLater] = useState(false)
  if (me.privacyDue && !isLater)
    return (
      <Door>
        <PrivacyNotice onLater={() => setLater(true)} />
      </Door>
    )
  return (
    <Shell accountId={me.accountId}>
      <Pages me={me} />
    </Shell>
  )
}

/** Whoever is not signed in goes to the door and comes back to where they were. */
function Gate({ me, wasIn }: { me: Read<'access.findMe'>; wasIn: boolean }): ReactNode {
  const [path] = useLocation()
  const search = useSearch()
  const isOut = me.state === 'failed' && me.problem.code === 'not-signed-in'
  if (isOut) return <Redirect to={doorFrom(path, search, wasIn ? 'ended' : 'outside')} replace />
  if (me.state !== 'ready') return <Waits me={me} />
  if (me.data.mustChange) return <ChangeFirst />
  if (!me.data.personId) return <DeskOnly />
  return (
    <WhoContext value={me.data}>
      <Inside me={me.data} />
    </WhoContext>
  )
}

/** The phone: a door for those who are not in yet, pages for those who are. */
export function App(): ReactNode {
  const me = useRead('access.findMe', {})
  const wasIn = useWasIn(me)
  return (
    <Switch>
      <Route path="/sign-in">
        <SignInPage me={me} />
      </Route>
      <Route>
        <Gate me={me} wasIn={wasIn} />
      </Route>
    </Switch>
  )
}
