import { Package } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../../kit/contract.ts'
import type { PeriodName } from '../../kit/period.ts'
import { useAsk } from '../../kit/web/ask.ts'
import { saveFile } from '../../kit/web/file.ts'
import { useLanguage, useSay, type Words } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { useMay } from '../../kit/web/who.ts'
import { sayProblem } from '../../kit/web/words.ts'
import { MOST_PACKED } from '../rules/pack-size.ts'
import { packRefusals, packWords } from '../words/pack.ts'

type Packed =
  | { readonly fileName: string; readonly content: string; readonly begunBefore: number }
  | undefined
type Offer = {
  readonly ask: () => Promise<Packed>
  readonly state: 'idle' | 'asking' | 'failed'
  readonly problem?: Problem | undefined
  readonly refusals: Readonly<Record<string, Words>>
}

function PackButton({ ask, state, problem, refusals }: Offer): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const isBusy = state === 'asking'
  const [begunBefore, setBegunBefore] = useState(0)
  const save = async (): Promise<void> => {
    const packed = await ask()
    setBegunBefore(packed?.begunBefore ?? 0)
    if (packed) saveFile(packed.fileName, packed.content)
  }
  return (
    <>
      <Button busy={isBusy} label={say(packWords.about, { most: MOST_PACKED })} onPress={() => void save()}>
        <Package size={18} aria-hidden /> {say(isBusy ? packWords.making : packWords.make)}
      </Button>
      {begunBefore > 0 && (
        <p className="small" role="status">
          {say(packWords.begunBefore, { n: begunBefore })}
        </p>
      )}
      {problem && (
        <p className="wrong small" role="alert">
          {sayProblem(problem, refusals, language)}
        </p>
      )}
    </>
  )
}

/** Saves the evidence pack of an inspection, for whoever may have it. */
export function InspectionPack({ id }: { id: string }): ReactNode {
  const may = useMay()
  const pack = useAsk('evidence.makeInspectionPack')
  if (!may('evidence.makeInspectionPack')) return null
  return <PackButton {...pack} refusals={packRefusals.makeInspectionPack} ask={() => pack.ask({ id })} />
}

/** Saves the evidence pack of a unit in a period, for whoever may have it. */
export function PeriodPack({ orgId, period }: { orgId: string; period: string }): ReactNode {
  const may = useMay()
  const pack = useAsk('evidence.makePeriodPack')
  if (!may('evidence.makePeriodPack')) return null
  const ask = (): Promise<Packed> => pack.ask({ orgId, period: period as PeriodName })
  return <PackButton {...pack} refusals={packRefusals.makePeriodPack} ask={ask} />
}
