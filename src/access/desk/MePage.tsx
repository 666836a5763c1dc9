import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useSay } from '../../kit/web/say.ts'
import { Page, Part } from '../../kit/web/ui/Page.tsx'
import { Facts } from '../../kit/web/ui/Parts.tsx'
import { ChangePassword } from '../ui/ChangePassword.tsx'
import { deskWords } from '../words/desk.ts'
import { roleWords } from '../words/door.ts'
import { words } from '../words/pages.ts'
import { Authenticator } from './Authenticator.tsx'

/** One's own account: offices, password, authenticator. */
export default function MePage({ me }: { me: OutputOf<'access.findMe'> }): ReactNode {
  const say = useSay()
  const offices = me.offices.map(
    ({ role, orgName }) => `${say(roleWords[role])} · ${orgName ?? say(deskWords.wholeMine)}`,
  )
  return (
    <Page title={say(deskWords.me)}>
      <Facts
        of={[
          { name: say(deskWords.name), value: me.name },
          { name: say(words.login), value: <span className="code">{me.login}</span> },
          { name: say(deskWords.offices), value: offices.map((office) => <div key={office}>{office}</div>) },
        ]}
      />
      <div className="halves">
        <Part title={say(words.change)}>
          <ChangePassword when="later" />
        </Part>
        <Part title={say(deskWords.authenticator)}>
          <Authenticator isOn={me.hasTotp} />
        </Part>
      </div>
    </Page>
  )
}
