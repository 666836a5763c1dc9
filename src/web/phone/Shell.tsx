import { CalendarDays, CircleUser, MessageSquare, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { Freshness, UnsentCount } from '../../kit/web/phone/Standing.tsx'
import { type Tab, TabBar } from '../../kit/web/phone/TabBar.tsx'
import { OutboxContext, useOwnOutbox } from '../../kit/web/phone/useOutbox.ts'
import { useSay } from '../../kit/web/say.ts'
import { Late } from './Late.tsx'
import { Newer } from './Newer.tsx'
import { words } from './words.ts'

/** The frame of every page: what is unsent, how old it is, the page, and the few places at the thumb. */
export function Shell({ accountId, children }: { accountId: string; children: ReactNode }): ReactNode {
  const say = useSay()
  const outbox = useOwnOutbox(accountId)
  const tabs: readonly Tab[] = [
    { to: '/', name: say(words.today), icon: Sun },
    { to: '/meetings', name: say(words.meetings), icon: CalendarDays },
    { to: '/voice', name: say(words.voice), icon: MessageSquare },
    { to: '/me', name: say(words.me), icon: CircleUser },
  ]
  return (
    <OutboxContext value={outbox}>
      <div className="phone">
        <a className="skip" href="#page">
          {say(words.skip)}
        </a>
        <Freshness />
        <Newer />
        <Late part="LogWatch" afterMs={2000} />
        <UnsentCount to="/unsent" />
        <main id="page" tabIndex={-1}>
          {children}
        </main>
        <TabBar label={say(words.places)} tabs={tabs} />
      </div>
    </OutboxContext>
  )
}
