import type { ReactNode } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { words } from './words.ts'

/** An address that leads nowhere. */
export function Lost(): ReactNode {
  const say = useSay()
  return (
    <Page title={say(words.lostTitle)}>
      <p className="soft">{say(words.lost)}</p>
      <div className="row">
        <ButtonLink to="/">{say(words.toStart)}</ButtonLink>
      </div>
    </Page>
  )
}
