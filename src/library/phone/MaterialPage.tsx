import { type ReactNode, useState } from 'react'
import type { InputOf, OutputOf } from '../../kit/contract.ts'
import { useAsk } from '../../kit/web/ask.ts'
import { showInstant } from '../../kit/web/dates.ts'
import { saveFile } from '../../kit/web/file.ts'
import { Page } from '../../kit/web/phone/Page.tsx'
import { Waiting } from '../../kit/web/phone/Waiting.tsx'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { sayProblem } from '../../kit/web/words.ts'
import { refusals } from '../words/pages.ts'
import { words } from '../words/phone.ts'

type Material = OutputOf<'library.findMaterial'>

const KB = 1024
const sizeOf = (bytes: number): string =>
  bytes >= KB * KB ? `${(bytes / KB / KB).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / KB))} KB`

/** The file of a material: a picture opens on the page, everything else is saved. */
function FileOf({ id, file }: { id: Material['id']; file: NonNullable<Material['file']> }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const find = useAsk('library.findFile')
  const [picture, setPicture] = useState('')
  const open = async (): Promise<void> => {
    const found = await find.ask({ id })
    if (!found) return
    if (found.mime.startsWith('image/')) setPicture(`data:${found.mime};base64,${found.base64}`)
    else saveFile(found.name, found.base64)
  }
  if (picture) return <img className="picture" src={picture} alt={file.name} />
  return (
    <>
      <Button busy={find.state === 'asking'} onPress={() => void open()}>
        {say(words.save, { name: file.name, size: sizeOf(file.bytes) })}
      </Button>
      {find.problem && (
        <p className="notice wrong" role="alert">
          {sayProblem(find.problem, refusals.findFile, language)}
        </p>
      )}
    </>
  )
}

/** One thing to read: its text on the page, its file at a press. */
export function MaterialPage({ id }: InputOf<'library.findMaterial'>): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const material = useRead('library.findMaterial', { id })
  if (material.state !== 'ready')
    return (
      <Page title={say(words.material)} back="/meetings">
        <Waiting of={material} words={refusals.findMaterial} />
      </Page>
    )
  const { title, orgName, addedAt, body, file, withdrawn } = material.data
  return (
    <Page
      title={title}
      under={say(words.from, { org: orgName, at: showInstant(addedAt, language) })}
      back="/meetings"
    >
      {withdrawn && <p className="notice late">{say(words.withdrawn)}</p>}
      {body && <p className="said">{body}</p>}
      {file && <FileOf id={material.data.id} file={file} />}
    </Page>
  )
}
