import { type ReactNode, useContext } from 'react'
import type { Block } from '../../../kit/web/block.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { blockWords } from '../../../kit/web/words.ts'
import { words } from '../../words/sitting.ts'
import { ADDENDUM, AddendumContext } from './addendum.ts'

type Minute = { readonly text: string }

/** Words typed into minutes that were signed before they were saved, beside what was sealed: they go into an addendum, or are dropped. */
export function LeftOver({ block, sealed }: { block: Block<Minute>; sealed: string }): ReactNode {
  const say = useSay()
  const may = useMay()
  const addendum = useContext(AddendumContext)
  if (block.stand === 'same') return null
  const { text } = block.value
  const put = (): void => {
    addendum.set([addendum.text, text].filter(Boolean).join('\n'))
    block.takeTheirs()
    document.getElementById(ADDENDUM)?.focus()
  }
  return (
    <div className="notice late" role="alert">
      <p className="strong">{say(words.sealedMeanwhile)}</p>
      <div className="versions">
        <section>
          <h4>{say(words.sealedText)}</h4>
          <div className="version">{sealed || '–'}</div>
        </section>
        <section>
          <h4>{say(blockWords.mine)}</h4>
          <div className="version">{text}</div>
        </section>
      </div>
      <div className="row">
        {may('meetings.addAddendum') && <Button onPress={put}>{say(words.toAddendum)}</Button>}
        <Button onPress={block.takeTheirs}>{say(blockWords.drop)}</Button>
      </div>
    </div>
  )
}
