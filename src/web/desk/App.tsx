import { lazy, type ReactNode, Suspense } from 'react'
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter'
import { InspectionPack } from '../../evidence/ui/PackButton.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { useFollow } from '../../kit/web/live.ts'
import { type Read, useRead } from '../../kit/web/read.ts'
import { PageBones } from '../../kit/web/ui/Waiting.tsx'
import { WhoContext } from '../../kit/web/who.ts'
import { useWasIn } from '../was-in.ts'
import { doorFrom } from '../way.ts'
import { ChangeFirst, SignInPage, SignInTrouble } from './doors.tsx'
import { FirstPage } from './FirstPage.tsx'
import { Lost } from './Lost.tsx'
import { Saying } from './Saying.tsx'
import { Shell } from './Shell.tsx'

const SetUpPage = lazy(() => import('./SetUpPage.tsx'))
const StartPage = lazy(() => import('../../home/desk/StartPage.tsx'))
const BranchPage = lazy(() => import('../../home/desk/BranchPage.tsx'))
const ScoresPage = lazy(() => import('../../assessment/desk/ScoresPage.tsx'))
const ScorePage = lazy(() => import('../../assessment/desk/ScorePage.tsx'))
const EnterMeeting = lazy(() => import('../../meetings/desk/EnterMeeting.tsx'))
const ChangeMeeting = lazy(() => import('../../meetings/desk/ChangeMeeting.tsx'))
const SearchPage = lazy(() => import('../../meetings/desk/search/SearchPage.tsx'))
const CalendarPage = lazy(() => import('../../meetings/desk/calendar/CalendarPage.tsx'))
const PlansPage = lazy(() => import('../../meetings/desk/plans/PlansPage.tsx'))
const NewPlan = lazy(() => import('../../meetings/desk/plans/NewPlan.tsx'))
const ChangePlan = lazy(() => import('../../meetings/desk/plans/ChangePlan.tsx'))
const RecordPapers = lazy(() =>
  import('../../home/desk/Papers.tsx').then(({ RecordPapers: papers }) => ({ default: papers })),
)
const PlanPapers = lazy(() =>
  import('../../home/desk/Papers.tsx').then(({ PlanPapers: papers }) => ({ default: papers })),
)
const InspectionPapers = lazy(() =>
  import('../../home/desk/Papers.tsx').then(({ InspectionPapers: papers }) => ({ default: papers })),
)
const PlanPage = lazy(() => import('../../meetings/desk/plans/PlanPage.tsx'))
const AfterPage = lazy(() => import('../../meetings/desk/after/AfterPage.tsx'))
const RoomPage = lazy(() => import('../../meetings/desk/room/RoomPage.tsx'))
const LibraryPage = lazy(() => import('../../library/desk/LibraryPage.tsx'))
const MaterialPage = lazy(() => import('../../library/desk/MaterialPage.tsx'))
const VoicesPage = lazy(() => import('../../voice/desk/VoicesPage.tsx'))
const MeetingPage = lazy(() => import('../../meetings/desk/MeetingPage.tsx'))
const JournalPage = lazy(() => import('../../home/desk/journal/JournalPage.tsx'))
const RecordPage = lazy(() => import('../../home/desk/journal/RecordPage.tsx'))
const LatenessPage = lazy(() => import('../../evidence/desk/lateness/LatenessPage.tsx'))
const ComparePage = lazy(() => import('../../assessment/desk/compare/ComparePage.tsx'))
const CompareBranch = lazy(() => import('../../assessment/desk/compare/CompareBranch.tsx'))
const SettingsPage = lazy(() => import('../../home/desk/settings/SettingsPage.tsx'))
const MeetingsPage = lazy(() => import('../../meetings/desk/MeetingsPage.tsx'))
const PeoplePage = lazy(() => import('../../people/desk/PeoplePage.tsx'))
const OrgPage = lazy(() => import('../../people/desk/org/OrgPage.tsx'))
const AddPersonPage = lazy(() => import('../../people/desk/AddPersonPage.tsx'))
const PersonPage = lazy(() => import('../../home/desk/person/PersonPage.tsx'))
const ShiftsPage = lazy(() => import('../../people/desk/shifts/ShiftsPage.tsx'))
const DuesPage = lazy(() => import('../../dues/desk/DuesPage.tsx'))
const StudyPage = lazy(() => import('../../study/desk/StudyPage.tsx'))
const TargetsPage = lazy(() => import('../../assessment/desk/TargetsPage.tsx'))
const JoiningPage = lazy(() => import('../../joining/desk/JoiningPage.tsx'))
const CasePage = lazy(() => import('../../joining/desk/CasePage.tsx'))
const ImportPage = lazy(() => import('../../ledger/desk/ImportPage.tsx'))
const InspectionsPage = lazy(() => import('../../evidence/desk/inspections/InspectionsPage.tsx'))
const InspectionPage = lazy(() => import('../../evidence/desk/inspections/InspectionPage.tsx'))
const AccountsPage = lazy(() => import('../../access/desk/accounts/AccountsPage.tsx'))
const MePage = lazy(() => import('../../access/desk/MePage.tsx'))

type Me = OutputOf<'access.findMe'>

function Pages({ me }: { me: Me }): ReactNode {
  return (
    <Suspense fallback={<PageBones />}>
      <Switch>
        <Route path="/" component={FirstPage} />
        <Route path="/start" component={StartPage} />
        <Route path="/branch/:id">{({ id }) => <BranchPage key={id} id={id} />}</Route>
        <Route path="/scores" component={ScoresPage} />
        <Route path="/scores/:id">{({ id }) => <ScorePage key={id} branchId={id} />}</Route>
        <Route path="/compare" component={ComparePage} />
        <Route path="/compare/:id">{({ id }) => <CompareBranch key={id} id={id} />}</Route>
        <Route path="/meetings" component={MeetingsPage} />
        <Route path="/meetings/new" component={EnterMeeting} />
        <Route path="/meetings/:id/change">{({ id }) => <ChangeMeeting key={id} id={id} />}</Route>
        <Route path="/meetings/:id">
          {({ id }) => <MeetingPage key={id} id={id} papers={<RecordPapers id={id} />} />}
        </Route>
        <Route path="/people" component={PeoplePage} />
        <Route path="/org" component={OrgPage} />
        <Route path="/people/new" component={AddPersonPage} />
        <Route path="/people/:id">{({ id }) => <PersonPage key={id} id={id} />}</Route>
        <Route path="/shifts" component={ShiftsPage} />
        <Route path="/study" component={StudyPage} />
        <Route path="/targets" component={TargetsPage} />
        <Route path="/joining" component={JoiningPage} />
        <Route path="/joining/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
        <Route path="/dues" component={DuesPage} />
        <Route path="/search" component={SearchPage} />
        <Route path="/calendar" component={CalendarPage} />
        <Route path="/plans" component={PlansPage} />
        <Route path="/plans/new" component={NewPlan} />
        <Route path="/plans/:id/change">{({ id }) => <ChangePlan key={id} id={id} />}</Route>
        <Route path="/plans/:id">
          {({ id }) => <PlanPage key={id} id={id} papers={<PlanPapers id={id} />} />}
        </Route>
        <Route path="/after" component={AfterPage} />
        <Route path="/room/:id">
          {({ id }) => <RoomPage key={id} id={id} papers={<RecordPapers id={id} />} />}
        </Route>
        <Route path="/voices" component={VoicesPage} />
        <Route path="/library" component={LibraryPage} />
        <Route path="/library/:id">{({ id }) => <MaterialPage key={id} id={id} />}</Route>
        <Route path="/journal" component={JournalPage} />
        <Route path="/journal/:id">{({ id }) => <RecordPage key={id} subject={id} />}</Route>
        <Route path="/lateness" component={LatenessPage} />
        <Route path="/import" component={ImportPage} />
        <Route path="/inspections" component={InspectionsPage} />
        <Route path="/inspections/:id">
          {({ id }) => (
            <InspectionPage
              key={id}
              id={id}
              papers={
                <>
                  <InspectionPack id={id} />
                  <InspectionPapers id={id} />
                </>
              }
            />
          )}
        </Route>
        <Route path="/accounts" component={AccountsPage} />
        <Route path="/settings" component={SettingsPage} />
        <Route path="/me">
          <MePage me={me} />
        </Route>
        <Route>
          <Lost />
        </Route>
      </Switch>
    </Suspense>
  )
}

/** Whoever is not signed in goes to the door and comes back to where they were. */
function Gate({ me, wasIn }: { me: Read<'access.findMe'>; wasIn: boolean }): ReactNode {
  const [path] = useLocation()
  const search = useSearch()
  useFollow(me.data && !me.data.mustChange ? me.data.accountId : '')
  if (me.state === 'loading') return <Shell me={undefined} />
  if (me.state === 'failed') {
    return me.problem.code === 'not-signed-in' ? (
      <Redirect to={doorFrom(path, search, wasIn ? 'ended' : 'outside')} replace />
    ) : (
      <SignInTrouble me={me} />
    )
  }
  if (me.data.mustChange) return <ChangeFirst />
  return (
    <WhoContext value={me.data}>
      <Saying>
        <Shell me={me.data}>
          <Pages me={me.data} />
        </Shell>
      </Saying>
    </WhoContext>
  )
}

/** How often a page that is left alone asks whether its session still stands: asked by itself, the question keeps none alive. */
const ASK_AGAIN_MS = 60_000

/** The desk: doors for those who are not in yet, pages for those who are. */
export function App(): ReactNode {
  const me = useRead('access.findMe', {}, { everyMs: ASK_AGAIN_MS })
  const wasIn = useWasIn(me)
  return (
    <Switch>
      <Route path="/setup">
        <Suspense fallback={<PageBones />}>
          <SetUpPage me={me} />
        </Suspense>
      </Route>
      <Route path="/sign-in">
        <SignInPage me={me} />
      </Route>
      <Route>
        <Gate me={me} wasIn={wasIn} />
      </Route>
    </Switch>
  )
}
