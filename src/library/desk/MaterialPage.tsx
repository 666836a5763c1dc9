import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { History } from '../../journal/ui/History.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { useAsk } from '../../kit/web/ask.ts'
import { saveFile } from '../../kit/web/file.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Page, Record } from '../../kit/web/ui/Page.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { InstantSaid } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { sayProblem } from '../../kit/web/words.ts'
import { words } from '../words/desk.ts'
import { refusals } from '../words/pages.ts'
import { Withdrawing, Withdrawn } from './Withdrawing.tsx'
import './library.css'

type Material = OutputOf<'library.findMaterial'>

function SaveFile({ id, name }: { id: Material['id']; name: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const find = useAsk('library.findFile')
  const save = async (): Promise<void> => {
    const found = await find.ask({ id })
    if (found) saveFile(found.name, found.base64)
  }
  return (
    <div className="stack tight">
      <div className="row">
        <Button busy={find.state === 'asking'} onPress={() => void save()}>
          {say(words.saveNamed, { name })}
        </Button>
      </div>
      {find.problem && <Notice kind="wrong">{sayProblem(find.problem, refusals.findFile, language)}</Notice>}
    </div>
  )
}

function Body({ of }: { of: Material }): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <Record aside={may('journal.findHistory') && <History subject={of.id} />}>
      <Withdrawn of={of} />
      {of.body ? <p className="to-be-read">{of.body}</p> : <p className="soft">{say(words.noText)}</p>}
      {of.file && <SaveFile id={of.id} name={of.file.name} />}
    </Record>
  )
}

/** One thing to read, with its file and its sealed history. */
export default function MaterialPage({ id }: { id: string }): ReactNode {
  const say = useSay()
  const read = useRead('library.findMaterial', { id })
  const above = <Link href="/library">{say(words.title)}</Link>
  if (read.state !== 'ready')
    return (
      <Page title={say(words.title)} above={above}>
        <Waiting of={read} words={refusals.findMaterial} lines={8} />
      </Page>
    )
  const under = (
    <span className="row">
      <span>{read.data.orgName}</span>
      <InstantSaid of={read.data.addedAt} />
    </span>
  )
  return (
    <Page title={read.data.title} above={above} under={under} actions={<Withdrawing of={read.data} />}>
      <Body of={read.data} />
    </Page>
  )
}
