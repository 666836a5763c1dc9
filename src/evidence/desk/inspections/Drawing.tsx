import { type ReactNode, useMemo } from 'react'
import { toBase64 } from '../../../journal/rules/base64.ts'
import { drawFrom, seedOf } from '../../../journal/rules/draw.ts'
import { useAction } from '../../../kit/web/act.ts'
import { showInstant } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { Facts, Notice } from '../../../kit/web/ui/Parts.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { refusals } from '../../words/inspection.ts'
import { words } from '../../words/pages.ts'
import type { Inspection } from './InspectionPage.tsx'
import { useStratum } from './said.ts'

type Draw = NonNullable<Inspection['draw']>
type Stratum = Draw['strata'][number]

/** Works the seed out again, and whether each stratum stands in its order. All that could have been drawn lies in the evidence pack. */
function agrees({ draw, sample }: { draw: Draw; sample: Inspection['sample'] }): boolean {
  const seed = seedOf(draw.note, draw.words)
  const strata = Map.groupBy(sample, ({ stratum }) => stratum)
  const shown = Object.fromEntries(
    [...strata].map(([name, all]) => [name, all.map(({ subject }) => subject)]),
  )
  return (
    toBase64(seed) === draw.seed &&
    JSON.stringify(drawFrom(seed, shown, sample.length)) === JSON.stringify(shown)
  )
}

const COLUMNS: readonly Column<Stratum>[] = [
  {
    head: words.stratum,
    kind: 'main',
    value: ({ name }) => name,
    cell: ({ name }) => <StratumName of={name} />,
  },
  { head: words.standing, kind: 'number', value: (one) => one.of },
  { head: words.drawn, kind: 'number', value: ({ drawn }) => drawn },
]

function StratumName({ of }: { of: string }): ReactNode {
  return useStratum()(of)
}

function How({ of, draw }: { of: Inspection; draw: Draw }): ReactNode {
  const say = useSay()
  const good = useMemo(() => agrees({ draw, sample: of.sample }), [draw, of.sample])
  const facts = [
    { name: say(words.thrown), value: draw.words },
    { name: say(words.seed), value: <span className="code seed">{draw.seed}</span> },
  ]
  return (
    <details>
      <summary>{say(words.how)}</summary>
      <div className="stack">
        <p className="text">{say(words.rule, { n: of.each })}</p>
        <p>{say(words.checkpointIs, { place: draw.place + 1, size: draw.size })}</p>
        <pre className="code note">{draw.note}</pre>
        <Facts of={facts} />
        <Notice kind={good ? 'done' : 'late'}>{say(good ? words.agrees : words.disagrees)}</Notice>
        <DataTable
          caption={words.drawTitle}
          rows={draw.strata}
          keyOf={({ name }) => name}
          columns={COLUMNS}
        />
      </div>
    </details>
  )
}

function ToDraw({ of: { id, isSealed } }: { of: Inspection }): ReactNode {
  const say = useSay()
  const act = useAction('evidence.drawSample')
  const [typed, setTyped] = useHeld('inspection.words', '')
  const wrongs = useWrongs(act.problem)
  const labels = { words: say(words.words) }
  if (!isSealed) return <p role="status">{say(words.notSealed)}</p>
  return (
    <Form label={say(words.drawTitle)} onSend={() => void act.send({ id, words: typed })}>
      <ProblemSummary problem={act.problem} wrongs={wrongs} words={refusals.drawSample} labels={labels} />
      <p className="text">{say(words.drawLead)}</p>
      <Wrongs of={wrongs}>
        <TextInput
          path="words"
          label={labels.words}
          placeholder={say(words.wordsLike)}
          value={typed}
          onChange={setTyped}
        />
      </Wrongs>
      <Send busy={act.state === 'sending'}>{say(words.draw)}</Send>
    </Form>
  )
}

/** How the sample was drawn, to be worked out again; before that, the form that draws it. */
export function Drawing({ of }: { of: Inspection }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const { draw, drawnAt, counts } = of
  if (!draw) return may('evidence.drawSample') ? <ToDraw of={of} /> : null
  return (
    <div className="stack tight">
      <p>{say(words.drawnAt, { at: drawnAt ? showInstant(drawnAt, language) : '', n: counts.drawn })}</p>
      <How of={of} draw={draw} />
    </div>
  )
}
