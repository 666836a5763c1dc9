import { type ReactNode, useMemo } from 'react'
import { Link } from 'wouter'
import { History } from '../../../journal/ui/History.tsx'
import { useAddress } from '../../../kit/web/address.ts'
import { showDay, showInstant } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useOthers } from '../../../kit/web/live.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Others } from '../../../kit/web/ui/Block.tsx'
import { Button, ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Badge, Notice, Tabs } from '../../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { Failed } from '../../ui/Failed.tsx'
import { Lateness } from '../../ui/Lateness.tsx'
import { meetingPath, planPath, roomPath } from '../../ui/paths.ts'
import { Quorum } from '../../ui/Quorum.tsx'
import { meetingKindWords } from '../../words/kinds.ts'
import { roomRefusals, roomStateWords } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { sayTimes } from '../../words/times.ts'
import { Photos } from '../photos/Photos.tsx'
import { Agenda } from './Agenda.tsx'
import { AddendumContext } from './addendum.ts'
import { CloseMeeting } from './CloseMeeting.tsx'
import { DiscardMeeting, ReopenMeeting } from './DiscardMeeting.tsx'
import { RollPanel } from './RollPanel.tsx'
import { type Room, sittingOf } from './roll.ts'
import { Signing } from './Signing.tsx'
import { Wall } from './Wall.tsx'
import './room.css'

/** When several sittings make one meeting, each has its roll. */
function Sittings({ room, here }: { room: Room; here: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (room.sessions.length < 2) return null
  const tabs = room.sessions.map(({ id, day, starts, shift, call }) => ({
    id: String(id),
    name: `${call ? '● ' : ''}${showDay(day, language)} ${starts} ${shift}`,
    to: `${roomPath(room.id)}?session=${id}`,
  }))
  return <Tabs label={say(words.sittings)} tabs={tabs} here={here} />
}

function Numbers({ room }: { room: Room }): ReactNode {
  const say = useSay()
  const { present, expected } = room.numbers
  return (
    <p className="room-count" role="status">
      {say(words.numbers, { present, expected })}{' '}
      <span className="small">
        <Quorum of={room} />
      </span>
    </p>
  )
}

function Actions({ room, papers, onWall }: { room: Room; papers: ReactNode; onWall: () => void }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [asking, setAsking] = useHeld<'close' | 'discard' | 'reopen' | undefined>('room.asking', undefined)
  const isOpen = room.roomState === 'open'
  const stop = (): void => setAsking(undefined)
  return (
    <>
      <Button kind="quiet" onPress={onWall}>
        {say(words.wall)}
      </Button>
      {isOpen && may('meetings.discardMeeting') && (
        <Button kind="quiet" onPress={() => setAsking('discard')}>
          {say(words.discard)}
        </Button>
      )}
      {room.roomState === 'closed' && room.openedAt && may('meetings.reopenMeeting') && (
        <Button kind="quiet" onPress={() => setAsking('reopen')}>
          {say(words.reopen)}
        </Button>
      )}
      {!isOpen && papers}
      {!isOpen && <ButtonLink to={meetingPath(room.id)}>{say(words.toRecord)}</ButtonLink>}
      {isOpen && may('meetings.closeMeeting') && (
        <Button kind="primary" onPress={() => setAsking('close')}>
          {say(words.close)}
        </Button>
      )}
      {asking === 'close' && <CloseMeeting room={room} onClose={stop} />}
      {asking === 'reopen' && <ReopenMeeting room={room} onClose={stop} />}
      {asking === 'discard' && <DiscardMeeting room={room} onClose={stop} />}
    </>
  )
}

function Reopened({ room: { reopenedAt, reopenedWhy } }: { room: Room }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (!reopenedAt || !reopenedWhy) return null
  return (
    <p className="notice">
      {say(words.reopened, { at: showInstant(reopenedAt, language), why: reopenedWhy })}
    </p>
  )
}

type Shown = { readonly room: Room; readonly again: () => void }

function RoomBody({ room, again }: Shown): ReactNode {
  const may = useMay()
  const [{ session: asked }] = useAddress({ session: '' })
  const session = sittingOf(room, asked)
  const others = useOthers(room.id)
  const [text, set] = useHeld('addendum.text', '')
  const addendum = useMemo(() => ({ text, set }), [text, set])
  return (
    <div className="stack wide" data-record={room.id}>
      <Others names={others} />
      <Reopened room={room} />
      {room.roomState !== 'open' && room.failed.length > 0 && (
        <Notice kind="late">
          <Failed clauses={room.failed} />
        </Notice>
      )}
      <Sittings room={room} here={session?.id ?? ''} />
      <div className="room">
        <div className="stack">
          <Numbers room={room} />
          <RollPanel key={session?.id ?? ''} {...{ room, session, again }} />
        </div>
        <div className="stack wide">
          <AddendumContext value={addendum}>
            <Agenda room={room} again={again} />
            <Signing room={room} again={again} />
          </AddendumContext>
          {may('meetings.listPhotos') && <Photos meetingId={room.id} />}
          {room.roomState !== 'open' && may('journal.findHistory') && <History subject={room.id} />}
        </div>
      </div>
    </div>
  )
}

function RoomHead({ room, again, papers }: Shown & { papers: ReactNode }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const [{ wall }, setAddress] = useAddress({ wall: '' })
  const { orgName, kind, heldOn, starts, ends, place, openedAt } = room
  const when = [showDay(heldOn, language), sayTimes({ starts, ends }, language), place]
    .filter(Boolean)
    .join(' ')
  return (
    <Page
      title={room.subject || say(meetingKindWords[kind])}
      above={room.plannedId ? <Link href={planPath(room.plannedId)}>{say(words.toPlan)}</Link> : orgName}
      beside={
        <>
          <Badge>{say(roomStateWords[room.roomState])}</Badge>
          {room.isLate && <Lateness days={room.recordedAfterDays} />}
        </>
      }
      under={`${orgName} · ${say(meetingKindWords[kind])} · ${when}${openedAt ? ` · ${say(words.opened, { at: showInstant(openedAt, language) })}` : ''}`}
      actions={<Actions room={room} papers={papers} onWall={() => setAddress({ wall: '1' })} />}
    >
      {wall && <Wall room={room} onLeave={() => setAddress({ wall: '' })} />}
      <RoomBody room={room} again={again} />
    </Page>
  )
}

/** The meeting room: called, voted and minuted where everybody sees it; then closed, signed and sealed. */
export default function RoomPage({ id, papers }: { id: string; papers?: ReactNode }): ReactNode {
  const say = useSay()
  const read = useRead('meetings.findRoom', { id })
  if (read.state !== 'ready')
    return (
      <Page title={say(words.title)}>
        <Waiting of={read} words={roomRefusals.findRoom} lines={14} />
      </Page>
    )
  return <RoomHead room={read.data} again={read.retry} papers={papers} />
}
