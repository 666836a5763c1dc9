import { type ReactNode, useId } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { useAutosave } from '../../../kit/web/autosave.ts'
import { useBlock } from '../../../kit/web/block.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Clash } from '../../../kit/web/ui/Block.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { useAccountId } from '../../../kit/web/who.ts'
import { MOST_MINUTE } from '../../rules/room.ts'
import { roomRefusals } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { useCan } from './can.ts'
import { LeftOver } from './LeftOver.tsx'
import type { Item, Room } from './roll.ts'
import { Saving } from './Saving.tsx'

const LONG = ['text'] as const
/** Close to the end one is told how much is left. */
const NEAR = 0.9

type Shown = { readonly room: Room; readonly item: Item | null; readonly again: () => void }

function useMinute({ room, item, again }: Shown) {
  const minute = item?.minute ?? room.minute
  const key = ['pitlamp.draft.minute', useAccountId(), room.id, item?.id ?? 'meeting'].join('.')
  const block = useBlock(key, { value: { text: minute.text }, rev: minute.rev }, LONG)
  const act = useAction('meetings.saveMinute')
  const send = async (): Promise<void> => {
    const { text } = block.value
    const saved = await act.send({ id: room.id, itemId: item?.id ?? null, rev: block.rev, text })
    if (!saved) again()
  }
  const isSealed = room.roomState === 'signed'
  const save = useAutosave(isSealed ? { ...block, stand: 'same' } : block, act, () => void send())
  return { minute, block, act, save }
}

/** One block of minutes: saved by itself, never over words one has not seen. Once it is sealed it is only read. */
export function MinuteBlock(shown: Shown): ReactNode {
  const say = useSay()
  const hint = useId()
  const { minute, block, act, save } = useMinute(shown)
  const { room, item } = shown
  const label = item ? say(words.minutesOf, { title: item.title }) : say(words.minutesOther)
  const can = useCan(room)
  if (!can.write)
    return (
      <>
        {minute.text && <p className="minute">{minute.text}</p>}
        <LeftOver block={block} sealed={minute.text} />
      </>
    )
  const { text } = block.value
  const length = [...text].length
  return (
    <div className="stack tight">
      <Clash block={block} changed={minute} show={(value) => value.text} />
      {act.state === 'failed' && block.stand !== 'clash' && (
        <Outcome of={act} words={roomRefusals.saveMinute} />
      )}
      <textarea
        className="input grows"
        aria-label={label}
        aria-describedby={hint}
        placeholder={say(words.minutesHint)}
        rows={3}
        value={text}
        onChange={({ target }) => block.set({ text: target.value })}
        onBlur={save}
      />
      <span className="small soft" id={hint} role="status">
        {length > MOST_MINUTE * NEAR && (
          <span className={length > MOST_MINUTE ? 'amber' : ''}>
            {say(words.longLeft, { length, most: MOST_MINUTE })}{' '}
          </span>
        )}
        <Saving block={block} sending={act.state === 'sending'} last={minute} />
      </span>
    </div>
  )
}
