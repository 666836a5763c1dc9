import { ArrowUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Choose, type Option } from '../../../kit/web/ui/Choose.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import type { MeetingKind } from '../../contract.ts'
import { AGENDA_KINDS } from '../../rules/agenda.ts'
import { decisionsOf } from '../../rules/votes.ts'
import { words } from '../../words/planning.ts'
import { agendaKindWords, decisionKindWords } from '../../words/room.ts'
import { words as room } from '../../words/sitting.ts'
import { BLANK_ITEM, type ItemEntry, raised } from './agenda-entry.ts'

const MOST = 1000

type One = {
  readonly item: ItemEntry
  readonly at: number
  readonly kind: MeetingKind | ''
  readonly people: readonly Option[]
  readonly onChange: (change: Partial<ItemEntry>) => void
}

/** What a vote decides, and about whom. */
function VoteFields({ item, at, kind, people, onChange }: One): ReactNode {
  const say = useSay()
  if (item.kind !== 'vote') return null
  const decided = kind === '' ? [] : decisionsOf(kind)
  return (
    <>
      <Choose
        path={`agenda.${at}.vote`}
        label={say(room.itemVote)}
        alone="taken"
        value={item.vote}
        blank={say(words.chooseKind)}
        options={decided.map((value) => ({ value, name: say(decisionKindWords[value]) }))}
        onChange={(vote) => onChange({ vote })}
      />
      <Choose
        path={`agenda.${at}.personId`}
        label={say(room.itemPerson)}
        value={item.personId}
        blank={say(room.nobody)}
        options={people}
        onChange={(personId) => onChange({ personId })}
      />
    </>
  )
}

function ItemRow(
  of: One & { readonly onRaise: (() => void) | undefined; readonly onDrop: () => void },
): ReactNode {
  const say = useSay()
  const { item, at, kind, onChange, onRaise, onDrop } = of
  const kinds = AGENDA_KINDS.filter((one) => one !== 'vote' || kind === '' || decisionsOf(kind).length > 0)
  return (
    <fieldset className="session stack tight">
      <legend className="row">
        <span className="strong">{say(words.item, { n: at + 1 })}</span>
        {onRaise && (
          <Button kind="quiet" label={say(words.raiseItem, { n: at + 1 })} onPress={onRaise}>
            <ArrowUp size={16} aria-hidden />
          </Button>
        )}
        <Button kind="quiet" label={say(words.dropItem, { n: at + 1 })} onPress={onDrop}>
          <X size={16} aria-hidden />
        </Button>
      </legend>
      <div className="fields">
        <Choose
          path={`agenda.${at}.kind`}
          label={say(room.itemKind)}
          value={item.kind}
          options={kinds.map((value) => ({ value, name: say(agendaKindWords[value]) }))}
          onChange={(chosen) =>
            onChange({ kind: chosen || 'discussion', ...(chosen !== 'vote' && { vote: '' }) })
          }
        />
        <TextInput
          path={`agenda.${at}.title`}
          label={say(room.itemTitle)}
          value={item.title}
          onChange={(title) => onChange({ title })}
        />
        <VoteFields {...of} />
      </div>
    </fieldset>
  )
}

/** What a meeting will deal with, in its order; open promises come by themselves. */
export function AgendaFields({
  agenda,
  kind,
  orgId,
  onChange,
}: {
  agenda: readonly ItemEntry[]
  kind: MeetingKind | ''
  orgId: string
  onChange: (agenda: ItemEntry[]) => void
}): ReactNode {
  const say = useSay()
  const asksWho = agenda.some((item) => item.kind === 'vote')
  const read = useRead('people.listPeople', asksWho && orgId ? { orgId, limit: MOST } : null)
  const people = (read.data?.people ?? []).map(({ id, name }) => ({ value: String(id), name }))
  const change = (at: number, by: Partial<ItemEntry>): void =>
    onChange(agenda.map((one, nth) => (nth === at ? { ...one, ...by } : one)))
  return (
    <Part title={say(room.agenda)} beside={<span className="small soft">{say(words.agendaLead)}</span>}>
      {agenda.map((item, at) => (
        <ItemRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a new item has no other name
          key={at}
          {...{ item, at, kind, people }}
          onChange={(by) => change(at, by)}
          onRaise={at > 0 ? () => onChange(raised(agenda, at)) : undefined}
          onDrop={() => onChange(agenda.filter((_, nth) => nth !== at))}
        />
      ))}
      <div className="row">
        <Button onPress={() => onChange([...agenda, BLANK_ITEM])}>{say(room.addItem)}</Button>
      </div>
    </Part>
  )
}
