import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Block } from '../block.ts'
import { showInstant } from '../dates.ts'
import { COMMA, useLanguage, useSay } from '../say.ts'
import { useStay } from '../stay.ts'
import { blockWords } from '../words.ts'
import { Button } from './Button.tsx'
import { CLASH, Form, showClash, wasSent } from './Form.tsx'
import './block.css'

/** Who changed a block last, and when; `by` '': an import. */
export type LastChange = { readonly by: string; readonly at: string }

type Shown<T extends object> = {
  readonly title: string
  readonly block: Block<T>
  readonly changed: LastChange | undefined
  readonly state: 'idle' | 'sending' | 'done' | 'failed'
  /** Sends what is in the fields with `block.rev`. */
  readonly onSave: () => void
  /** How a version reads beside the other. */
  readonly show: (value: T) => ReactNode
  /** Why the server said no. */
  readonly trouble?: ReactNode
  readonly children: ReactNode
}

function Who({ changed }: { changed: LastChange | undefined }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (!changed) return say(blockWords.theirs)
  const { by } = changed
  const at = showInstant(changed.at, language)
  return by ? say(blockWords.theirsBy, { by, at }) : say(blockWords.theirsImported, { at })
}

type Clashing<T extends object> = Pick<Shown<T>, 'block' | 'changed' | 'show'>

/** Both versions side by side, and the three ways on; nothing while there is one version. */
export const Clash = <T extends object>(of: Clashing<T>): ReactNode =>
  of.block.versions && <Versions {...of} versions={of.block.versions} />

/** It comes into sight when it came of sending a form; somebody who types is left where they are. */
function Versions<T extends object>({
  block,
  changed,
  show,
  versions: { mine, theirs },
}: Clashing<T> & { versions: NonNullable<Block<T>['versions']> }): ReactNode {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current && wasSent(box.current.closest('form'))) showClash(box.current)
  }, [])
  return (
    <div ref={box} className="notice late" role="alert" tabIndex={-1} {...{ [CLASH]: '' }}>
      <p className="strong">{say(blockWords.clash)}</p>
      <div className="versions">
        <section>
          <h3>
            <Who changed={changed} />
          </h3>
          <div className="version">{show(theirs)}</div>
        </section>
        <section>
          <h3>{say(blockWords.mine)}</h3>
          <div className="version">{show(mine)}</div>
        </section>
      </div>
      <div className="row">
        <Button onPress={block.keepMine}>{say(blockWords.keepMine)}</Button>
        <Button onPress={block.takeTheirs}>{say(blockWords.takeTheirs)}</Button>
        <Button onPress={block.joinBoth}>{say(blockWords.joinBoth)}</Button>
      </div>
    </div>
  )
}

/** Whether what is typed was saved, and since when it was not. */
export function Standing<T extends object>({ block, state }: Pick<Shown<T>, 'block' | 'state'>): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (state === 'sending') return say(blockWords.saving)
  if (block.stand === 'same') return state === 'done' ? `● ${say(blockWords.saved)}` : ''
  const at = showInstant(block.typedAt ?? '', language)
  return `◐ ${say(blockWords.notYet, { at })}`
}

/** One part of a record with its own save: nothing else of the record is sent with it. */
export function BlockForm<T extends object>(shown: Shown<T>): ReactNode {
  const say = useSay()
  const { title, block, state, onSave, trouble, children } = shown
  const id = useId()
  const top = useStay<HTMLHeadingElement>(`${block.stand} ${state === 'sending'}`)
  return (
    <section className="block" aria-labelledby={id}>
      <Form label={title} length="long" onSend={() => block.stand === 'changed' && onSave()}>
        <div className="row spread base">
          <h2 id={id} ref={top} tabIndex={-1}>
            {title}
          </h2>
          <span className="small soft" role="status">
            <Standing {...shown} />
          </span>
        </div>
        <Clash {...shown} />
        {trouble}
        {children}
        {block.stand === 'changed' && (
          <div className="row">
            <Button type="submit" busy={state === 'sending'}>
              {say(blockWords.save)}
            </Button>
            <Button kind="quiet" onPress={block.takeTheirs}>
              <u>{say(blockWords.drop)}</u>
            </Button>
          </div>
        )}
      </Form>
    </section>
  )
}

/** Who else has the record open for editing. */
export function Others({ names }: { names: readonly string[] }): ReactNode {
  const say = useSay()
  return (
    <div role="status">
      {names.length > 0 && (
        <p className="notice">{say(blockWords.others, { names: names.join(say(COMMA)), n: names.length })}</p>
      )}
    </div>
  )
}
