import type { ReactNode } from 'react'
import { History } from '../../journal/ui/History.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { showDay, showFullDay, showInstant } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Page, Part, Record } from '../../kit/web/ui/Page.tsx'
import { Badge, Facts, Notice } from '../../kit/web/ui/Parts.tsx'
import { PrintButton } from '../../kit/web/ui/PrintButton.tsx'
import { Code } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { ui } from '../../kit/web/words.ts'
import { BranchLink } from '../../org/ui/BranchLink.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Lateness } from '../ui/Lateness.tsx'
import { changeMeetingPath, roomPath } from '../ui/paths.ts'
import { SignedBy } from '../ui/SignedBy.tsx'
import { meetingKindWords } from '../words/kinds.ts'
import { refusals, words } from '../words/pages.ts'
import { roomStateWords, signerWords } from '../words/room.ts'
import { words as sitting } from '../words/sitting.ts'
import { sayTimes } from '../words/times.ts'
import { Photos } from './photos/Photos.tsx'
import { Roll } from './Roll.tsx'
import { Recorded } from './room/Recorded.tsx'

type Meeting = OutputOf<'meetings.findMeeting'>

/**
 * The record's own time beside the claimed one: when it was held, when it was registered, when the system received it. One held in a room
 * is received when it is closed, as its history says: here is when it was begun.
 */
function Times({ meeting }: { meeting: Meeting }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { heldOn, starts, ends, registeredOn } = meeting
  const clock = sayTimes({ starts, ends }, language)
  return (
    <Facts
      of={[
        { name: say(words.heldOn), value: [showDay(heldOn, language), clock].filter(Boolean).join(' ') },
        {
          name: say(words.registered),
          value: (
            <span className="row">
              {registeredOn ? showFullDay(registeredOn, language) : say(ui.notRecorded)}
              <Lateness days={meeting.recordedAfterDays} />
            </span>
          ),
        },
        {
          name: say(meeting.roomState ? words.begun : words.recorded),
          value: showInstant(meeting.recordedAt, language),
        },
      ]}
    />
  )
}

function MeetingFacts({ meeting }: { meeting: Meeting }): ReactNode {
  const say = useSay()
  const { present, expected, hoursHundredths: hours } = meeting
  return (
    <Facts
      of={[
        { name: say(words.attendance), value: say(words.attended, { present, expected }) },
        { name: say(words.place), value: meeting.place },
        { name: say(words.chair), value: meeting.chair },
        { name: say(words.recorder), value: meeting.recorder },
        { name: say(words.lecturer), value: meeting.lecturer },
        ...meeting.signatures.map((signature) => ({
          name: say(words.signatureOf, { role: say(signerWords[signature.role]) }),
          value: <SignedBy of={signature} />,
        })),
        { name: say(words.hours), value: hours === null ? '' : String(hours / 100) },
        { name: say(words.subject), value: meeting.subject, long: true },
        { name: say(words.resolution), value: meeting.resolution, long: true },
        { name: say(words.absence), value: meeting.absence, long: true },
      ]}
    />
  )
}

function MeetingRecord({ meeting }: { meeting: Meeting }): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <Record aside={<History subject={meeting.id} />}>
      {meeting.roomState === 'open' && <Notice>{say(sitting.underWay)}</Notice>}
      {meeting.roomState !== 'open' && meeting.failed.length > 0 && (
        <Notice kind="late">
          <Failed clauses={meeting.failed} />
        </Notice>
      )}
      <Times meeting={meeting} />
      <MeetingFacts meeting={meeting} />
      <Part title={say(words.roll)}>
        <Roll roll={meeting.roll} />
      </Part>
      {meeting.roomState && meeting.roomState !== 'open' && may('meetings.findRoom') && (
        <Recorded meetingId={meeting.id} />
      )}
      {may('meetings.listPhotos') && <Photos meetingId={meeting.id} />}
    </Record>
  )
}

function Actions({ meeting: { id, roomState } }: { meeting: Meeting }): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <>
      {may('meetings.findRoom') && (
        <ButtonLink to={roomPath(id)}>{say(sitting.minutesAndSigning)}</ButtonLink>
      )}
      {roomState !== 'signed' && may('meetings.changeBlock') && (
        <ButtonLink to={changeMeetingPath(id)}>{say(words.change)}</ButtonLink>
      )}
      <PrintButton />
    </>
  )
}

/** One meeting as recorded: facts and roll call left, history and seal right. */
export default function MeetingPage({ id, papers }: { id: string; papers?: ReactNode }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const read = useRead('meetings.findMeeting', { id })
  if (read.state !== 'ready')
    return (
      <Page title={say(words.record)}>
        <Waiting of={read} words={refusals.findMeeting} lines={12} />
      </Page>
    )
  const { kind, heldOn, orgId, orgName, source, no, roomState } = read.data
  const beside = (
    <>
      {roomState && <Badge>{say(roomStateWords[roomState])}</Badge>}
      {source === 'import' && <Badge>{say(ui.imported)}</Badge>}
      <Code>{no}</Code>
    </>
  )
  const title = `${say(meetingKindWords[kind])} · ${showDay(heldOn, language)}`
  return (
    <Page
      title={title}
      above={<BranchLink orgId={orgId} name={orgName} tab="meetings" />}
      beside={beside}
      actions={
        <>
          {papers}
          <Actions meeting={read.data} />
        </>
      }
    >
      <MeetingRecord meeting={read.data} />
    </Page>
  )
}
