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

/** A paper that may be had: what it is called, asking for it, and why it was refused. */
export type PaperOffer = {
  readonly name: Words
  readonly ask: (format: PaperFormat) => Promise<{ fileName: string; content: string } | undefined>
  readonly state: 'idle' | 'asking' | 'failed'
  readonly problem?: Problem | undefined
  readonly refusals: Readonly<Record<string, Words>>
}

function Offer({ offer }: { offer: PaperOffer }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  const save = async (format: PaperFormat): Promise<void> => {
    const file = await offer.ask(format)
    if (file) saveFile(file.fileName, file.content)
  }
  return (
    <fieldset className="choices" aria-labelledby={id}>
      <legend className="small soft" id={id}>
        {say(offer.name)}
      </legend>
      <div className="row">
        {FORMATS.map((format) => (
          <Button key={format} busy={offer.state === 'asking'} onPress={() => void save(format)}>
            {say(paperWords[format])}
          </Button>
        ))}
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
