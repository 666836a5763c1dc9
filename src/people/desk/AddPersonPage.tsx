import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Problem } from '../../kit/contract.ts'
import { useAction } from '../../kit/web/act.ts'
import { useAddress } from '../../kit/web/address.ts'
import { today } from '../../kit/web/dates.ts'
import { useDraft } from '../../kit/web/draft.ts'
import { useSay } from '../../kit/web/say.ts'
import { ProblemSummary, useWrongs, type Wrong, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { Page, Part } from '../../kit/web/ui/Page.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { useAccountId } from '../../kit/web/who.ts'
import { ui } from '../../kit/web/words.ts'
import { personPath, rosterPath } from '../ui/paths.ts'
import { refusals, words } from '../words/pages.ts'
import { blankPerson, identityInput, type PersonEntry, standingInput } from './form/entry.ts'
import { IdentityFields, SealedFields, StandingFields, useLabels } from './form/PersonFields.tsx'

const inputOf = (entry: PersonEntry) => {
  const { no, idNumber, phone, duesBase } = entry
  return { no, idNumber, phone, duesBase, ...identityInput(entry), ...standingInput(entry) }
}

/** What is wrong; of a field left empty, that it must be filled in. */
function useFormWrongs(problem: Problem | undefined, entry: Readonly<Record<string, string>>): Wrong[] {
  const say = useSay()
  return useWrongs(problem).map((wrong) =>
    entry[wrong.path] === '' ? { ...wrong, says: say(ui.required) } : wrong,
  )
}

function AddForm({ unit }: { unit: string }): ReactNode {
  const say = useSay()
  const [, go] = useLocation()
  const labels = useLabels()
  const draft = useDraft(`pitlamp.draft.person.${useAccountId()}`, blankPerson(today(), unit))
  const add = useAction('people.addPerson')
  const { value: entry, set } = draft
  const wrongs = useFormWrongs(add.problem, entry)
  const send = async (): Promise<void> => {
    const answer = await add.send(inputOf(entry))
    if (!answer) return
    draft.drop()
    go(personPath(answer.id))
  }
  return (
    <Form label={say(words.add)} length="long" onSend={() => void send()}>
      <ProblemSummary problem={add.problem} wrongs={wrongs} words={refusals.addPerson} labels={labels} />
      <Wrongs of={wrongs}>
        <Part title={say(words.who)}>
          <div className="fields">
            <TextInput path="no" label={labels.no} value={entry.no} onChange={(no) => set({ no })} />
            <IdentityFields entry={entry} set={set} />
          </div>
        </Part>
        <Part title={say(words.what)}>
          <div className="fields">
            <StandingFields entry={entry} set={set} />
          </div>
        </Part>
        <Part title={say(words.masked)}>
          <div className="fields">
            <SealedFields entry={entry} set={set} />
          </div>
        </Part>
      </Wrongs>
      <Send busy={add.state === 'sending'}>{say(words.addGo)}</Send>
    </Form>
  )
}

/** Adds somebody to the roster; the form keeps itself until it is sent. */
export default function AddPersonPage(): ReactNode {
  const say = useSay()
  const [{ unit }] = useAddress({ unit: '' })
  return (
    <Page
      title={say(words.add)}
      above={<Link href={rosterPath(unit)}>{say(words.roster)}</Link>}
      under={say(words.addLead)}
    >
      <AddForm unit={unit} />
    </Page>
  )
}
