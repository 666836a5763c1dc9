import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAction } from '../../kit/web/act.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import type { MASKED_FIELDS } from '../contract.ts'
import { maskedWords, refusals, words } from '../words/pages.ts'

type Person = OutputOf<'people.findPerson'>
type MaskedField = (typeof MASKED_FIELDS)[number]

function Unmask({
  personId,
  field,
  onClose,
}: {
  personId: string
  field: MaskedField
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const unmask = useAction('people.unmask')
  const [reason, setReason] = useHeld(`unmask.${field}`, '')
  const name = say(maskedWords[field])
  const asked = { path: 'reason', value: reason, onChange: setReason }
  return (
    <Dialog title={say(words.unmaskTitle, { field: name })} onClose={onClose}>
      <Form label={name} onSend={() => void unmask.send({ personId, field, reason })}>
        <p className="soft">{say(words.unmaskLead)}</p>
        <Outcome of={unmask} words={refusals.unmask} />
        <Wrongs of={useWrongs(unmask.problem)}>
          <TextInput {...asked} label={say(words.unmaskReason)} />
        </Wrongs>
        <Send busy={unmask.state === 'sending'}>{say(words.unmaskGo)}</Send>
        <p className="code strong" role="status">
          {unmask.answer?.value}
        </p>
      </Form>
    </Dialog>
  )
}

/** Sensitive values, masked; showing one asks for a reason that is sealed in the journal. */
export function Masked({ person }: { person: Person }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [asked, setAsked] = useHeld<MaskedField | null>('unmask.asked', null)
  const values: readonly [MaskedField, string | null][] = [
    ['idNumber', person.idNumberMasked],
    ['phone', person.phoneMasked],
    ['duesBase', person.hasDuesBase ? say(words.isRecorded) : null],
  ]
  return (
    <>
      <dl className="facts">
        {values.map(([field, masked]) => (
          <div key={field} className="fact">
            <dt>{say(maskedWords[field])}</dt>
            <dd className="row">
              <span className={masked ? 'code' : 'soft'}>{masked ?? '–'}</span>
              {masked && may('people.unmask') && (
                <Button kind="quiet" onPress={() => setAsked(field)}>
                  <u>{say(words.unmask)}</u>
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {asked && <Unmask personId={person.id} field={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
