import { type ReactNode, useContext, useState } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { showInstant } from '../../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { useStay } from '../../../kit/web/stay.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { SIGNERS, type Signer, signsFor } from '../../rules/room.ts'
import { SignedBy } from '../../ui/SignedBy.tsx'
import { roomRefusals, signerWords } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { ADDENDUM, AddendumContext } from './addendum.ts'
import { InStead } from './InStead.tsx'
import type { Room } from './roll.ts'

type Shown = { readonly room: Room; readonly again: () => void }

function Signature({ room, role, again }: Shown & { role: Signer }): ReactNode {
  const say = useSay()
  const may = useMay()
  const act = useAction('meetings.signMeeting')
  const [asks, setAsks] = useState(false)
  const signed = useStay<HTMLSpanElement>(room.roomState + room.signatures.length)
  const given = room.signatures.find((signature) => signature.role === role)
  const named = signsFor(room.ownName, room[role])
  const sign = async (): Promise<void> => {
    setAsks(false)
    if (!(await act.send({ id: room.id, role, digest: room.digest }))) again()
  }
  const isOwed = room.roomState === 'closed' && !given?.stands && may('meetings.signMeeting')
  return (
    <li className="stack tight">
      <span className="row spread">
        <span ref={signed} tabIndex={-1}>
          {say(signerWords[role])}{' '}
          <span className={given && !given.stands ? 'amber small' : 'soft small'}>
            {given ? <SignedBy of={given} /> : say(words.notSigned)}
          </span>
        </span>
        {isOwed && (
          <Button busy={act.state === 'sending'} onPress={() => (named ? setAsks(true) : void sign())}>
            {say(words.signAs, { role: say(signerWords[role]) })}
          </Button>
        )}
      </span>
      {asks && (
        <InStead
          {...{ named, ownName: room.ownName, onClose: () => setAsks(false) }}
          onSign={() => void sign()}
        />
      )}
      <Outcome of={act} words={roomRefusals.signMeeting} />
    </li>
  )
}

function AddAddendum({ room }: { room: Room }): ReactNode {
  const say = useSay()
  const { text, set: setText } = useContext(AddendumContext)
  const act = useAction('meetings.addAddendum')
  const send = async (): Promise<void> => {
    if (await act.send({ id: room.id, text })) setText('')
  }
  return (
    <Form label={say(words.addAddendum)} length="long" onSend={() => void send()}>
      <Outcome of={act} words={roomRefusals.addAddendum} />
      <textarea
        id={ADDENDUM}
        className="input grows"
        aria-label={say(words.addendum)}
        rows={2}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Send kind="plain" busy={act.state === 'sending'}>
        {say(words.addAddendum)}
      </Send>
    </Form>
  )
}

/** What came after the signatures; the record itself stays as it was. */
function Addenda({ room }: { room: Room }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  if (room.roomState !== 'signed') return null
  return (
    <Part title={say(words.addenda)}>
      <ul className="decided">
        {room.addenda.map(({ id, text, by, at }) => (
          <li key={id}>
            {text}{' '}
            <span className="soft small">{say(words.addendumBy, { by, at: showInstant(at, language) })}</span>
          </li>
        ))}
      </ul>
      {may('meetings.addAddendum') && <AddAddendum room={room} />}
    </Part>
  )
}

/** Chair and recorder put their names to what they read; with both it is sealed. */
export function Signing(shown: Shown): ReactNode {
  const say = useSay()
  if (shown.room.roomState === 'open') return null
  return (
    <>
      <Part title={say(words.sign)}>
        {shown.room.roomState === 'closed' && <p className="soft">{say(words.signLead)}</p>}
        <ul className="signatures">
          {SIGNERS.map((role) => (
            <Signature key={role} {...shown} role={role} />
          ))}
        </ul>
      </Part>
      <Addenda room={shown.room} />
    </>
  )
}
