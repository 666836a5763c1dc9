import { useRoute } from 'wouter'
import { historyPath } from '../../../journal/ui/paths.ts'
import { useSay, type Words } from '../../../kit/web/say.ts'
import { useUnits } from '../../../org/ui/units.ts'
import { DRAWN_RECORDS } from '../../rules/inspection.ts'
import { drawnPath } from '../../ui/paths.ts'
import { recordKindWords, words } from '../../words/pages.ts'

/** The addresses of records that were drawn, for the page of their inspection. */
export function useDrawnPath(): (subject: string) => string {
  const [, params] = useRoute('/inspections/:id')
  const id = params?.id
  return (subject) => (id ? drawnPath(subject, id) : historyPath(subject))
}

/** What a kind of record is called, by its table. */
export function kindOf(record: string): Words {
  const known = DRAWN_RECORDS.find((one) => one === record)
  return known ? recordKindWords[known] : words.aRecord
}

/** Says a stratum: `meeting ZB01` as the kind and the branch. */
export function useStratum(): (name: string) => string {
  const say = useSay()
  const units = useUnits()
  return (name) => {
    const [record = '', code = ''] = name.split(' ')
    const branch = units.find((unit) => unit.code === code)?.name ?? code
    return [say(kindOf(record)), branch].filter(Boolean).join(' · ')
  }
}
