import type { ReactNode } from 'react'
import { roleWords } from '../../access/words/door.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { LineLink, Lines } from '../../kit/web/phone/Card.tsx'
import { Page } from '../../kit/web/phone/Page.tsx'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { words } from '../words/phone.ts'

const MEMBERS_ONLY: readonly string[] = ['member', 'worker']

/** Everything of mine, a line each: what I paid and heard and am, what is held about me, and how the pages look. */
export function MePage({ me }: { me: OutputOf<'access.findMe'> }): ReactNode {
  const say = useSay()
  const meetings = useRead('meetings.listMine', {})
  const hours = meetings.data ? String(meetings.data.hours.hundredths / 100) : ''
  const offices = me.offices.map(({ role, orgName }) =>
    [orgName, say(roleWords[role])].filter(Boolean).join(' '),
  )
  const hasDesk = me.offices.some(({ role }) => !MEMBERS_ONLY.includes(role))
  return (
    <Page title={me.name} under={[...new Set(offices)].join(' · ')}>
      <Lines>
        <LineLink to="/me/dues" name={say(words.dues)} />
        <LineLink to="/meetings" name={say(words.hours)} value={hours} />
        <LineLink to="/me/steps" name={say(words.steps)} />
        <LineLink to="/me/held" name={say(words.held)} />
        <LineLink to="/notices" name={say(words.notices)} />
        <LineLink to="/me/privacy" name={say(words.privacy)} />
        <LineLink to="/me/settings" name={say(words.settings)} />
      </Lines>
      {hasDesk && (
        <p>
          <a href="/desk">{say(words.desk)}</a> <span className="soft small">{say(words.deskUnder)}</span>
        </p>
      )}
    </Page>
  )
}
