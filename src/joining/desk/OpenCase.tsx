import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useAction } from '../../kit/web/act.ts'
import { today } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../kit/web/ui/DayInput.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome, Waiting } from '../../kit/web/ui/Waiting.tsx'
import { ui } from '../../kit/web/words.ts'
import { isMember } from '../../people/rules.ts'
import { casePath } from '../ui/paths.ts'
import { refusals, words } from '../words/pages.ts'

const MOST = 1000

/** Those of the branch who are neither members nor have an admission open. */
function useApplicants(branchId: string) {
  const say = useSay()
  const people = useRead('people.listPeople', { orgId: branchId, limit: MOST })
  const cases = useRead('joining.listCases', { branchId })
  const known = new Set(cases.data?.cases.map(({ personId }) => String(personId)))
  const applicants = (people.data?.people ?? [])
    .filter(({ id, category }) => !isMember(category) && !known.has(id))
    .map(({ id, name, no }) => ({ value: String(id), name: say(ui.named, { name, no }) }))
  return { people, applicants }
}

/** Opens an admission: who, and when the application was handed in. */
export function OpenCase({ branchId, onClose }: { branchId: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const [, go] = useLocation()
  const open = useAction('joining.openCase')
  const wrongs = useWrongs(open.problem)
  const { people, applicants } = useApplicants(branchId)
  const [personId, setPersonId] = useHeld(`case.person.${branchId}`, '')
  const [on, setOn] = useHeld<string>(`case.on.${branchId}`, today())
  const [paper, setPaper] = useHeld(`case.paper.${branchId}`, '')
  const send = async (): Promise<void> => {
    const done = personId ? await open.send({ personId, on, paper }) : undefined
    if (done) go(casePath(done.id))
  }
  return (
    <Dialog title={say(words.open)} onClose={onClose}>
      <p className="soft">{say(words.openLead)}</p>
      {people.state !== 'ready' && <Waiting of={people} words={{}} lines={2} />}
      {people.state === 'ready' && applicants.length === 0 && <p>{say(words.nobody)}</p>}
      {applicants.length > 0 && (
        <Form label={say(words.open)} onSend={() => void send()}>
          <Outcome of={open} words={refusals.openCase} />
          <Wrongs of={wrongs}>
            <div className="fields">
              <Choose
                path="personId"
                label={say(words.person)}
                value={personId}
                blank={say(words.choosePerson)}
                options={applicants}
                onChange={setPersonId}
              />
              <DayInput path="on" label={say(words.appliedOn)} value={on} onChange={setOn} />
            </div>
            {open.problem?.code === 'against-rules' && (
              <TextInput path="paper" label={say(words.paper)} value={paper} onChange={setPaper} />
            )}
          </Wrongs>
          <Send busy={open.state === 'sending'}>{say(words.open)}</Send>
        </Form>
      )}
    </Dialog>
  )
}
