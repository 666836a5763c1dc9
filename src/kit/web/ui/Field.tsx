import { createContext, type ReactNode, useContext, useId } from 'react'
import type { Problem } from '../../contract.ts'
import { useLanguage, useSay, type Words } from '../say.ts'
import { sayField, sayProblem, ui } from '../words.ts'

/** What is wrong with a form, by the path of the field; set by `Wrongs` around the fields. */
export type Wrong = { readonly path: string; readonly says: string }

const WrongContext = createContext<readonly Wrong[]>([])

/** Marks every wrong field inside. */
export function Wrongs({ of, children }: { of: readonly Wrong[]; children: ReactNode }): ReactNode {
  return <WrongContext value={of}>{children}</WrongContext>
}

/** The id under which a field is found on the page: summaries link to it. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`

/** What an input inside a field must carry, so that label, hint and error belong to it. */
export type InputTies = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A labelled input with its hint and, when it is wrong, the sentence saying so. `path` is its place in the action's input. */
export function Field(of: {
  path: string
  label: ReactNode
  hint?: ReactNode
  width?: 'full'
  children: (ties: InputTies) => ReactNode
}): ReactNode {
  const wrong = useContext(WrongContext).find(({ path }) => path === of.path)
  const spare = useId()
  const told = [of.hint && `${spare}hint`, wrong && `${spare}wrong`].filter(Boolean).join(' ')
  const id = fieldId(of.path)
  return (
    <div className={of.width === 'full' ? 'field full' : 'field'}>
      <label htmlFor={id}>{of.label}</label>
      {of.children({ id, 'aria-describedby': told || undefined, 'aria-invalid': wrong ? true : undefined })}
      {of.hint && (
        <span className="hint" id={`${spare}hint`}>
          {of.hint}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${spare}wrong`}>
          {wrong.says}
        </span>
      )}
    </div>
  )
}

/** The wrong fields a problem names, in the language of the page. */
export function useWrongs(problem: Problem | undefined): Wrong[] {
  const language = useLanguage()
  return (problem?.fields ?? []).map(({ path, code }) => ({ path, says: sayField(code, language) }))
}

type Summed = {
  readonly problem: Problem | undefined
  readonly wrongs: readonly Wrong[]
  readonly words: Readonly<Record<string, Words>>
  /** What each field is called, by path. */
  readonly labels: Readonly<Record<string, string>>
}

/** Why a form was not taken, with a link to each field that needs mending. */
export function ProblemSummary({ problem, wrongs, words, labels }: Summed): ReactNode {
  const language = useLanguage()
  const say = useSay()
  if (!problem && wrongs.length === 0) return null
  const says = problem && problem.code !== 'bad-input' ? sayProblem(problem, words, language) : ''
  return (
    <div className="notice wrong" role="alert">
      {says && <p>{says}</p>}
      {wrongs.length > 0 && <p className="strong">{say(ui.mendFirst, { n: wrongs.length })}</p>}
      {wrongs.length > 0 && (
        <ul>
          {wrongs.map((wrong) => (
            <li key={wrong.path}>
              <a
                href={`#${fieldId(wrong.path)}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fieldId(wrong.path))?.focus()
                }}
              >
                {labels[wrong.path] ?? wrong.path}
              </a>
              ：{wrong.says}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
