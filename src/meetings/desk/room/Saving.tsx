import type { ReactNode } from 'react'
import type { Block } from '../../../kit/web/block.ts'
import { showInstant } from '../../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { blockWords } from '../../../kit/web/words.ts'
import { words } from '../../words/sitting.ts'

type Shown = {
  readonly block: Pick<Block<object>, 'stand' | 'typedAt'>
  readonly sending: boolean
  /** Who saved what the server has, and when; `by` '': nobody yet. */
  readonly last: { readonly by: string; readonly at: string }
}

/** Where what is typed stands: on its way, kept here only, or saved by whom. */
export function Saving({ block, sending, last }: Shown): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (sending) return say(blockWords.saving)
  if (block.stand !== 'same')
    return `◐ ${say(blockWords.notYet, { at: showInstant(block.typedAt ?? new Date().toISOString(), language) })}`
  return last.by === '' ? '' : `● ${say(words.savedBy, { by: last.by, at: showInstant(last.at, language) })}`
}
