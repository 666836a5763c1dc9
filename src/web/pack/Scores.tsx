import type { ReactNode } from 'react'
import { sayFact, sayRule, sayValue } from '../../assessment/ui/say-fact.ts'
import { type PackBranch, type PackScore, rescore } from '../../evidence/rules/pack-scores.ts'
import type { PackScores } from '../../journal/rules/pack/shape.ts'
import { showPeriod } from '../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { words } from './words.ts'

type Scheme = PackScores['scheme']

const paramsText = (params: Scheme['items'][number]['params']): string =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

type Pair = { readonly claimed: string | null; readonly again: string | null | undefined }

function Cells({ claimed, again }: Pair): ReactNode {
  const say = useSay()
  const isSame = claimed === again
  return (
    <>
      <td className="figure">{claimed ?? say(words.notCounted)}</td>
      <td className="figure" data-wrong={!isSame}>
        {again ?? say(words.notCounted)} <span aria-hidden="true">{isSame ? '✓' : '✗'}</span>
      </td>
    </>
  )
}

type Line = { readonly item: Scheme['items'][number]; readonly branch: PackBranch; readonly pair: Pair }

function ItemLine({ item, branch, pair }: Line): ReactNode {
  const now = useLanguage()
  const { no, name, fact, of, rule, params } = item
  const value = branch.facts[fact] ?? ''
  return (
    <tr>
      <td>{no}</td>
      <td>
        {name} <span className="small soft">{sayFact(fact, now)}</span>
      </td>
      <td>{value === 'n/a' ? 'n/a' : sayValue(fact, value, now)}</td>
      <td>{sayRule(rule, paramsText(params), now)}</td>
      <td className="figure">{of}</td>
      <Cells {...pair} />
    </tr>
  )
}

const TOTALS = ['base', 'bonus', 'score', 'grade'] as const

function TotalLine({
  name,
  branch,
  again,
}: {
  name: (typeof TOTALS)[number]
  branch: PackBranch
  again: PackScore | undefined
}): ReactNode {
  const say = useSay()
  return (
    <tr className="strong">
      <td colSpan={5}>{say(words[name])}</td>
      <Cells claimed={branch.score[name]} again={again?.[name]} />
    </tr>
  )
}

function Branch({ scheme, branch }: { scheme: Scheme; branch: PackBranch }): ReactNode {
  const say = useSay()
  const again = rescore(scheme, branch)
  const heads = [words.no, words.item, words.value, words.rule, words.of, words.claimed, words.again]
  return (
    <details>
      <summary>
        {branch.name} {branch.score.score ?? '–'} {branch.score.grade ?? ''}
      </summary>
      <div className="wide">
        <table className="scores">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.en} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scheme.items.map((item, at) => (
              <ItemLine
                key={item.no}
                item={item}
                branch={branch}
                pair={{ claimed: branch.score.items[at]?.points ?? null, again: again?.items[at]?.points }}
              />
            ))}
            {TOTALS.map((name) => (
              <TotalLine key={name} name={name} branch={branch} again={again} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** The scores of the pack, item by item, beside what scheme and facts make here and now. */
export function Scores({ scores: { period, scheme, branches } }: { scores: PackScores }): ReactNode {
  const say = useSay()
  const now = useLanguage()
  return (
    <section className="part">
      <h2>{say(words.scores)}</h2>
      <p>{say(words.scoresHow, { period: showPeriod(period, now), version: scheme.version })}</p>
      {branches.map((branch) => (
        <Branch key={branch.id} scheme={scheme} branch={branch} />
      ))}
    </section>
  )
}
