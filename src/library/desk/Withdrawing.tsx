import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAction } from '../../kit/web/act.ts'
import { showInstant } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { useStay } from '../../kit/web/stay.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { words } from '../words/desk.ts'
import { refusals } from '../words/pages.ts'
import { useOwnUnits } from './own-units.ts'

type Material = OutputOf<'library.findMaterial'>

function Asking({ id, onClose }: { id: Material['id']; onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useAction('library.withdrawMaterial')
  const [why, setWhy] = useHeld(`material.why.${id}`, '')
  const send = async (): Promise<void> => {
    if (await act.send({ id, why })) onClose()
  }
  return (
    <Dialog title={say(words.withdraw)} onClose={onClose}>
      <Form label={say(words.withdraw)} onSend={() => void send()}>
        <p>{say(words.withdrawLead)}</p>
        <Outcome of={act} words={refusals.withdrawMaterial} />
        <TextInput path="why" label={say(words.withdrawWhy)} value={why} onChange={setWhy} />
        <Send busy={act.state === 'sending'}>{say(words.withdraw)}</Send>
      </Form>
    </Dialog>
  )
}

/** Takes a material back; only for whoever may add one to its unit, and once. */
export function Withdrawing({ of: { id, orgId, withdrawn } }: { of: Material }): ReactNode {
  const say = useSay()
  const may = useMay()
  const units = useOwnUnits()
  const [isOpen, setOpen] = useHeld(`material.withdrawing.${id}`, false)
  const isOwn = units.some((unit) => unit.id === orgId)
  if (withdrawn || !isOwn || !may('library.withdrawMaterial')) return null
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {say(words.withdraw)}
      </Button>
      {isOpen && <Asking id={id} onClose={() => setOpen(false)} />}
    </>
  )
}

/** That a material was taken back: who, when, why. */
export function Withdrawn({ of: { withdrawn } }: { of: Material }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const place = useStay<HTMLDivElement>(withdrawn?.at ?? '')
  if (!withdrawn) return null
  const { by, at, why } = withdrawn
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="late">
        <p>{say(words.withdrawnBy, { by, at: showInstant(at, language) })}</p>
        {why && <p>{say(words.withdrawnWhy, { why })}</p>}
      </Notice>
    </div>
  )
}
