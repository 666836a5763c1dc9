import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../kit/web/dates.ts'
import { useOthers } from '../../kit/web/live.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Others } from '../../kit/web/ui/Block.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { meetingPath } from '../ui/paths.ts'
import { meetingKindWords } from '../words/kinds.ts'
import { refusals, words } from '../words/pages.ts'
import { FactsBlock } from './change/FactsBlock.tsx'
import { RollBlock } from './change/RollBlock.tsx'
import type { Changing } from './change/saving.ts'
import { TextBlock } from './change/TextBlock.tsx'

function Blocks(changing: Changing): ReactNode {
  const { id } = changing.meeting
  return (
    <div className="stack wide" data-record={id}>
      <Others names={useOthers(String(id))} />
      <FactsBlock {...changing} />
      <TextBlock {...changing} name="subject" />
      <TextBlock {...changing} name="resolution" />
      <TextBlock {...changing} name="absence" />
      <RollBlock {...changing} />
    </div>
  )
}

/** Correcting a meeting's record: each part is saved by itself, and nobody writes over words they have not seen. */
export default function ChangeMeeting({ id }: { id: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const read = useRead('meetings.findBlocks', { id })
  if (read.state !== 'ready')
    return (
      <Page title={say(words.changeTitle)}>
        <Waiting of={read} words={refusals.findMeeting} lines={12} />
      </Page>
    )
  const { kind, heldOn, orgName } = read.data
  const above = `${orgName} · ${say(meetingKindWords[kind])} · ${showDay(heldOn, language)}`
  return (
    <Page
      title={say(words.changeTitle)}
      above={<Link href={meetingPath(id)}>{above}</Link>}
      under={say(words.changeLead)}
    >
      <Blocks meeting={read.data} again={read.retry} />
    </Page>
  )
}
