import type { ReactNode } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { BlockForm } from '../../../kit/web/ui/Block.tsx'
import { ProblemSummary, useWrongs } from '../../../kit/web/ui/Field.tsx'
import { refusals, words } from '../../words/pages.ts'
import { type Change, type Changing, useSaving } from './saving.ts'

type Name = 'subject' | 'resolution' | 'absence'
const CHANGE: Readonly<Record<Name, (text: string) => Change>> = {
  subject: (subject) => ({ block: 'subject', subject }),
  resolution: (resolution) => ({ block: 'resolution', resolution }),
  absence: (absence) => ({ block: 'absence', absence }),
}
const LONG = ['text'] as const

/** One text of a meeting. */
export function TextBlock({ name, ...changing }: Changing & { name: Name }): ReactNode {
  const say = useSay()
  const title = say(words[name])
  const now = { text: changing.meeting[name] }
  const { block, act, save, changed } = useSaving(name, changing, now, LONG)
  const wrongs = useWrongs(act.problem)
  return (
    <BlockForm
      {...{ title, block, changed, state: act.state }}
      onSave={() => void save(CHANGE[name](block.value.text))}
      show={({ text }) => text}
      trouble={
        <ProblemSummary problem={act.problem} wrongs={wrongs} words={refusals.changeBlock} labels={{}} />
      }
    >
      <textarea
        className="input"
        aria-label={title}
        rows={4}
        value={block.value.text}
        onChange={({ target }) => block.set({ text: target.value })}
      />
    </BlockForm>
  )
}
