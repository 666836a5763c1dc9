import type { ReactNode } from 'react'
import { useMay } from '../../../kit/web/who.ts'
import PersonOnRoster from '../../../people/desk/PersonPage.tsx'
import { PersonDues } from './PersonDues.tsx'
import { PersonMeetings } from './PersonMeetings.tsx'

/** One person: who they are, and what they did in the asker's units: meetings and dues. */
export default function PersonPage({ id }: { id: string }): ReactNode {
  const may = useMay()
  return (
    <PersonOnRoster id={id}>
      {may('meetings.listOfPerson') && <PersonMeetings personId={id} />}
      {may('dues.listOfPerson') && <PersonDues personId={id} />}
    </PersonOnRoster>
  )
}
