import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { heldAgainst } from '../../journal/rules/pack/known.ts'
import { language, useLanguage, useSay } from '../../kit/web/say.ts'
import { shownTheme, size, theme, useSize, useTheme } from '../../kit/web/theme.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { About } from './About.tsx'
import { Checks } from './Checks.tsx'
import { Draw } from './Draw.tsx'
import { Records } from './Records.tsx'
import { checkSource, type Progress, type Result, type Source } from './run.ts'
import { Scores } from './Scores.tsx'
import { knownFrom, type Typed, Whose } from './Whose.tsx'
import { words } from './words.ts'

type State =
  | { readonly is: 'empty' | 'stopped' }
  | { readonly is: 'working'; readonly progress: Progress }
  | { readonly is: 'done'; readonly result: Result }

/** Checks what it is told to; what was under way before is stopped. */
function useCheck(held: string): { state: State; check: (source: Source) => void; stop: () => void } {
  const [state, setState] = useState<State>({ is: 'empty' })
  const running = useRef<AbortController>(undefined)
  const check = useCallback((source: Source): void => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    const tell = (progress: Progress): void => {
      if (!own.signal.aborted) setState({ is: 'working', progress })
    }
    const failed = (): void => {
      if (running.current === own) setState({ is: 'stopped' })
    }
    checkSource(source, { tell, signal: own.signal }).then(
      (result) => setState({ is: 'done', result }),
      failed,
    )
  }, [])
  useEffect(() => {
    if (held) check({ held })
  }, [held, check])
  return { state, check, stop: () => running.current?.abort() }
}

function Top(): ReactNode {
  const say = useSay()
  const now = useLanguage()
  useTheme()
  const large = useSize() === 'large'
  const dark = shownTheme() === 'dark'
  return (
    <header className="top">
      <strong>{say(words.title)}</strong>
      <div className="row noprint">
        <Button kind="quiet" onPress={() => language.set(now === 'zh' ? 'en' : 'zh')}>
          {say(words.languageName)}
        </Button>
        <Button kind="quiet" onPress={() => theme.set(dark ? 'light' : 'dark')}>
          {say(dark ? words.light : words.dark)}
        </Button>
        <Button kind="quiet" onPress={() => size.set(large ? 'normal' : 'large')}>
          {say(large ? words.normal : words.large)}
        </Button>
        <Button kind="quiet" onPress={() => window.print()}>
          {say(words.print)}
        </Button>
      </div>
    </header>
  )
}

function Working({ progress, stop }: { progress: Progress; stop: () => void }): ReactNode {
  const say = useSay()
  const { step, done, of } = progress
  const says = {
    opening: () => say(words.opening),
    reading: () => say(words.reading, { percent: Math.floor((100 * done) / of) }),
    checking: () => say(words.checking, { done, of }),
  }[step]
  return (
    <div className="notice" role="status">
      <p>{says()}</p>
      <progress value={done} max={of} aria-label={says()} />
      <div className="row">
        <Button onPress={stop}>{say(words.stop)}</Button>
      </div>
    </div>
  )
}

type Judged = { readonly result: Result; readonly findings: Result['findings'] }

function Verdict({ result, findings, isKnown }: Judged & { isKnown: boolean }): ReactNode {
  const say = useSay()
  const { read, ms } = result
  const checks = new Set(findings.map(({ code }) => code)).size
  const facts = { records: read?.pack.records.length ?? 0, revisions: read?.checked.shown.flat().length ?? 0 }
  const witnessed = read?.checked.log.witnessed.length ?? 0
  const isGood = checks === 0
  return (
    <div
      className={isGood ? 'notice done verdict' : 'notice wrong verdict'}
      role={isGood ? 'status' : 'alert'}
    >
      <h1>
        <span aria-hidden="true">{isGood ? '✓' : '✗'}</span>{' '}
        {isGood ? say(words.good, facts) : say(words.bad, { n: checks })}
      </h1>
      {read && !isKnown && <p>{say(words.ownKey)}</p>}
      {read && <p>{witnessed > 0 ? say(words.witnessed, { n: witnessed }) : say(words.unwitnessed)}</p>}
      <p className="small soft">{say(words.took, { s: (ms / 1000).toFixed(1) })}</p>
    </div>
  )
}

function Shown(of: { result: Result; typed: Typed; onType: (typed: Typed) => void }): ReactNode {
  const { result, typed, onType } = of
  const { read } = result
  const known = knownFrom(typed)
  const findings = read ? heldAgainst(known, read.pack, result.findings) : result.findings
  return (
    <>
      <Verdict result={result} findings={findings} isKnown={known.vkey !== undefined} />
      {read && <Whose pack={read.pack} typed={typed} onType={onType} />}
      <Checks findings={findings} read={read} />
      {read && (
        <>
          <About pack={read.pack} />
          {read.pack.draw && <Draw draw={read.pack.draw} findings={findings} />}
          {read.pack.scores && <Scores scores={read.pack.scores} />}
          <Records pack={read.pack} checked={read.checked} findings={findings} />
        </>
      )}
    </>
  )
}

function Choose({ check }: { check: (source: Source) => void }): ReactNode {
  const say = useSay()
  return (
    <section className="part noprint">
      <label className="choose">
        <span className="strong">{say(words.choose)}</span>
        <input
          type="file"
          accept=".zip,.json"
          onChange={({ currentTarget: { files } }) => {
            const [file] = files ?? []
            if (file) check({ file })
          }}
        />
      </label>
      <p className="small soft">{say(words.chooseHint)}</p>
    </section>
  )
}

/** The page of a pack: the verdict in one sentence, then every check, what it does not show, and the records themselves. */
export function App({ held }: { held: string }): ReactNode {
  const say = useSay()
  const { state, check, stop } = useCheck(held)
  const [typed, setTyped] = useState<Typed>({ vkey: '', policy: '' })
  return (
    <>
      <Top />
      <main className="pack">
        {state.is === 'empty' && !held && <p className="notice">{say(words.empty)}</p>}
        {state.is === 'stopped' && <p className="notice late">{say(words.stopped)}</p>}
        {state.is === 'working' && <Working progress={state.progress} stop={stop} />}
        {state.is === 'done' && <Shown result={state.result} typed={typed} onType={setTyped} />}
        <Choose check={check} />
      </main>
    </>
  )
}
