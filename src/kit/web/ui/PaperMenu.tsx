import { FileText } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { Problem } from '../../contract.ts'
import { saveFile } from '../file.ts'
import { useLanguage, useSay, type Words } from '../say.ts'
import { paperWords, sayProblem } from '../words.ts'
import { Button } from './Button.tsx'
import { Menu } from './Menu.tsx'

const FORMATS = ['docx', 'pdf'] as const
export type PaperFormat = (typeof FORMATS)[number]

type Asked = Promise<{ fileName: string; content: string } | undefined>

/** A paper that may be had: what it is called, asking for it, and why it was refused. */
export type PaperOffer = {
  readonly name: Words
  readonly ask: (format: PaperFormat) => Asked
  /** The same as a workbook, where there is one. */
  readonly askSheet?: () => Asked
  readonly state: 'idle' | 'asking' | 'failed'
  readonly problem?: Problem | undefined
  readonly refusals: Readonly<Record<string, Words>>
}

function Offer({ offer }: { offer: PaperOffer }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  const save = async (asked: Asked): Promise<void> => {
    const file = await asked
    if (file) saveFile(file.fileName, file.content)
  }
  return (
    <fieldset className="choices" aria-labelledby={id}>
      <legend className="small soft" id={id}>
        {say(offer.name)}
      </legend>
      <div className="row">
        {FORMATS.map((format) => (
          <Button key={format} busy={offer.state === 'asking'} onPress={() => void save(offer.ask(format))}>
            {say(paperWords[format])}
          </Button>
        ))}
        {offer.askSheet && (
          <Button
            busy={offer.state === 'asking'}
            onPress={() => offer.askSheet && void save(offer.askSheet())}
          >
            {say(paperWords.xlsx)}
          </Button>
        )}
      </div>
      {offer.problem && (
        <p className="wrong small" role="alert">
          {sayProblem(offer.problem, offer.refusals, language)}
        </p>
      )}
    </fieldset>
  )
}

/** Papers of a page, as Word or PDF. */
export function PaperMenu({ offers }: { offers: readonly PaperOffer[] }): ReactNode {
  const say = useSay()
  const label = say(paperWords.papers)
  return (
    <Menu
      label={label}
      face={
        <>
          <FileText size={18} aria-hidden /> {label}
        </>
      }
    >
      {offers.map((offer) => (
        <Offer key={offer.name.en} offer={offer} />
      ))}
    </Menu>
  )
}
