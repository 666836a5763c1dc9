import type { ReactNode } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { useUnits } from '../../../org/ui/units.ts'
import { placeOffice, ROLES, type Role } from '../../rules/roles.ts'
import { refusals, words } from '../../words/accounts.ts'
import { deskWords } from '../../words/desk.ts'
import { roleWords } from '../../words/door.ts'
import { type Account, type Office, useOfficeName } from './account.ts'
import { OneCode } from './Codes.tsx'

type About = { readonly of: Account; readonly onClose: () => void }

/** Puts a one-time code in place of a password. */
export function ResetAccount({ of, onClose }: About): ReactNode {
  const say = useSay()
  const reset = useAction('access.resetAccount')
  const title = say(words.resetTitle, { name: of.name })
  return (
    <Dialog title={title} onClose={onClose}>
      {reset.answer ? (
        <OneCode of={reset.answer} />
      ) : (
        <Form label={title} onSend={() => void reset.send({ accountId: of.id })}>
          <p>{say(words.resetLead)}</p>
          <Outcome of={reset} words={refusals.resetAccount} />
          <Send busy={reset.state === 'sending'}>{say(words.reset)}</Send>
        </Form>
      )}
    </Dialog>
  )
}

/** Keeps an account from signing in, or lets it in again. */
export function Able({ of, onClose }: About): ReactNode {
  const say = useSay()
  const disable = useAction('access.disableAccount')
  const enable = useAction('access.enableAccount')
  const [does, goes, lead] = of.isDisabled
    ? [words.enableTitle, words.enable, words.enableLead]
    : [words.disableTitle, words.disable, words.disableLead]
  const title = say(does, { name: of.name })
  const send = async (): Promise<void> => {
    const act = of.isDisabled ? enable : disable
    if (await act.send({ accountId: of.id })) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} onSend={() => void send()}>
        <p>{say(lead)}</p>
        <Outcome of={disable} words={refusals.disableAccount} />
        <Outcome of={enable} words={refusals.enableAccount} />
        <Send busy={[disable.state, enable.state].includes('sending')}>{say(goes)}</Send>
      </Form>
    </Dialog>
  )
}

/** Ends an office. */
export function EndOffice({ of, office, onClose }: About & { office: Office }): ReactNode {
  const say = useSay()
  const end = useAction('access.endOffice')
  const title = say(words.endTitle, { office: useOfficeName()(office) })
  const send = async (): Promise<void> => {
    if (await end.send({ officeId: office.id })) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} onSend={() => void send()}>
        <p>{say(words.endLead, { name: of.name })}</p>
        <Outcome of={end} words={refusals.endOffice} />
        <Send busy={end.state === 'sending'}>{say(words.end)}</Send>
      </Form>
    </Dialog>
  )
}

const MINE = 'mine'

/** Over what a role may be held: the mine, or units of the kinds it is for. */
function usePlaces(role: Role | ''): { value: string; name: string }[] {
  const say = useSay()
  const units = useUnits()
  if (!role) return []
  const mine = placeOffice(role, MINE) === 'placed' ? [{ value: MINE, name: say(deskWords.wholeMine) }] : []
  const fitting = units.filter(({ kind }) => placeOffice(role, kind) === 'placed')
  return [...mine, ...fitting.map(({ id, name }) => ({ value: String(id), name }))]
}

type Chosen = { readonly role: Role | ''; readonly over: string }

function OfficeFields({ chosen, set }: { chosen: Chosen; set: (chosen: Chosen) => void }): ReactNode {
  const say = useSay()
  const { role, over } = chosen
  const roles = ROLES.map((value) => ({ value, name: say(roleWords[value]) }))
  const places = usePlaces(role)
  const setRole = (next: Role | ''): void => set({ role: next, over: '' })
  const setOver = (next: string): void => set({ role, over: next })
  return (
    <>
      <Choose path="role" label={say(words.role)} value={role} blank="" options={roles} onChange={setRole} />
      <Choose
        path="orgId"
        label={say(words.over)}
        value={over}
        blank=""
        options={places}
        onChange={setOver}
      />
    </>
  )
}

/** Gives an office over a unit, or over the mine. */
export function GiveOffice({ of, onClose }: About): ReactNode {
  const say = useSay()
  const give = useAction('access.giveOffice')
  const [chosen, setChosen] = useHeld<Chosen>(`office.${of.id}`, { role: '', over: '' })
  const title = say(words.giveTitle, { name: of.name })
  const send = async (): Promise<void> => {
    const { role, over } = chosen
    if (!role || !over) return
    if (await give.send({ accountId: of.id, role, orgId: over === MINE ? null : over })) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} onSend={() => void send()}>
        <Outcome of={give} words={refusals.giveOffice} />
        <OfficeFields chosen={chosen} set={setChosen} />
        <Send busy={give.state === 'sending'}>{say(words.give)}</Send>
      </Form>
    </Dialog>
  )
}
