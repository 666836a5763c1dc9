import type { ReactNode } from 'react'
import { useSay, type Words } from '../../kit/web/say.ts'
import { Button, ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { useMay } from '../../kit/web/who.ts'
import { words as meetingWords } from '../words/pages.ts'

type Shown = {
  readonly words: Readonly<Record<'noneFit' | 'clear' | 'emptyTitle' | 'empty', Words>>
  /** Takes the filters away; undefined: none is set. */
  readonly onClear: (() => void) | undefined
}

/** Why a list of records is empty: nothing fits its filters, or nothing was recorded yet; with the way on. */
export function NoRecords({ words, onClear }: Shown): ReactNode {
  const say = useSay()
  const may = useMay()
  if (onClear)
    return (
      <div className="row">
        <p className="soft">{say(words.noneFit)}</p>
        <Button onPress={onClear}>{say(words.clear)}</Button>
      </div>
    )
  const enter = may('meetings.enterMeeting') && (
    <ButtonLink to="/meetings/new">{say(meetingWords.enter)}</ButtonLink>
  )
  return (
    <Empty title={say(words.emptyTitle)} action={enter}>
      {say(words.empty)}
    </Empty>
  )
}
