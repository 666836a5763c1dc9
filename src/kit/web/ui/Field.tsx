import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
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

/** What an input holds now; of one made of several, what it shows. */
function heldBy(input: HTMLElement | null): string {
  const isOne =
    input instanceof HTMLInputElement ||
    input instanceof HTMLTextAreaElement ||
    input instanceof HTMLSelectElement
  return isOne ? input.value : (input?.textContent ?? '')
}

/** What is wrong with a field, until what it holds is changed; said again when the form is sent again. */
function useComplaint(path: string, box: RefObject<HTMLElement | null>): Wrong | undefined {
  const wrong = useContext(WrongContext).find((one) => one.path === path)
  const [isMended, setMended] = useState(false)
  const told = useRef<string | null>(null)
  useEffect(() => {
    const form = box.current?.closest('form')
    const again = (): void => {
      told.current = null
      setMended(false)
    }
    form?.addEventListener('submit', again)
    return () => form?.removeEventListener('submit', again)
  }, [box])
  useLayoutEffect(() => {
    if (!wrong) {
      told.current = null
      setMended(false)
      return
    }
    const held = heldBy(document.getElementById(fieldId(path)))
    told.current ??= held
    if (held !== told.current) setMended(true)
  })
  return isMended ? undefined : wrong
}

/** A labelled input with its hint and, when it is wrong, the sentence saying so. `path` is its place in the action's input. */
export function Field(of: {
  path: string
  label: ReactNode
  hint?: ReactNode
  width?: 'full'
  children: (ties: InputTies) => ReactNode
}): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const wrong = useComplaint(of.path, box)
  const spare = useId()
  const told = [of.hint && `${spare}hint`, wrong && `${spare}wrong`].filter(Boolean).join(' ')
  const id = fieldId(of.path)
  return (
    <div className={of.width === 'full' ? 'field full' : 'field'} ref={box}>
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
  return (problem?.fields ?? []).map((fault) => ({ path: fault.path, says: sayField(fault, language) }))
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
