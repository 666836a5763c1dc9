import type { ReactNode } from 'react'
import { useNames, useSay } from '../../../kit/web/say.ts'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { CATEGORIES, DUES_CLASSES } from '../../rules.ts'
import { usePlaces } from '../../ui/places.ts'
import { categoryWords, duesClassWords, maskedWords, sexWords, words } from '../../words/pages.ts'
import { type IdentityEntry, SEXES, type SealedEntry, type StandingEntry } from './entry.ts'

type Shown<T> = { readonly entry: T; readonly set: (change: Partial<T>) => void }

const FIELDS = {
  no: words.no,
  name: words.name,
  sex: words.sex,
  ethnicity: words.ethnicity,
  bornOn: words.bornOn,
  education: words.education,
  joinedOn: words.joinedOn,
  fullSince: words.fullSince,
  crew: words.crew,
  note: words.note,
  from: words.fromDay,
  category: words.category,
  orgId: words.unit,
  duesClass: words.duesClass,
  posts: words.posts,
  shift: words.shift,
  idNumber: maskedWords.idNumber,
  phone: maskedWords.phone,
  duesBase: maskedWords.duesBase,
  lastDay: words.lastDay,
  reason: words.whyEnds,
}

/** What each field of a person is called, by path. */
export const useLabels = (): Readonly<Record<keyof typeof FIELDS, string>> => useNames(FIELDS)

/** Who somebody is. */
export function IdentityFields({ entry, set }: Shown<IdentityEntry>): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const tied = (path: keyof IdentityEntry) => ({
    path,
    label: labels[path],
    value: entry[path],
    onChange: (text: string) => set({ [path]: text }),
  })
  return (
    <>
      <TextInput {...tied('name')} />
      <Choose {...tied('sex')} options={SEXES.map((value) => ({ value, name: say(sexWords(value)) }))} />
      <DayInput {...tied('bornOn')} />
      <TextInput {...tied('ethnicity')} />
      <TextInput {...tied('education')} />
      <TextInput {...tied('crew')} />
      <DayInput {...tied('joinedOn')} />
      <DayInput {...tied('fullSince')} />
      <TextInput {...tied('note')} />
    </>
  )
}

/** What they are, and where. */
export function StandingFields({ entry, set }: Shown<StandingEntry>): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const tied = (path: 'from' | 'posts' | 'shift') => ({
    path,
    label: labels[path],
    value: entry[path],
    onChange: (text: string) => set({ [path]: text }),
  })
  return (
    <>
      <DayInput {...tied('from')} />
      <Choose
        path="category"
        label={labels.category}
        value={entry.category}
        options={CATEGORIES.map((value) => ({ value, name: say(categoryWords[value]) }))}
        onChange={(category) => category && set({ category })}
      />
      <Choose
        path="orgId"
        label={labels.orgId}
        value={entry.orgId}
        blank={say(words.chooseUnit)}
        options={usePlaces()}
        onChange={(orgId) => set({ orgId })}
      />
      <TextInput {...tied('posts')} hint={say(words.postsHint)} />
      <TextInput {...tied('shift')} />
      <Choose
        path="duesClass"
        label={labels.duesClass}
        value={entry.duesClass}
        options={DUES_CLASSES.map((value) => ({ value, name: say(duesClassWords[value]) }))}
        onChange={(duesClass) => duesClass && set({ duesClass })}
      />
    </>
  )
}

/** Values that are masked once they are written. */
export function SealedFields({ entry, set }: Shown<SealedEntry>): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const tied = (path: keyof SealedEntry) => ({
    path,
    label: labels[path],
    value: entry[path],
    autoComplete: 'off',
    onChange: (text: string) => set({ [path]: text }),
  })
  return (
    <>
      <TextInput {...tied('idNumber')} hint={say(words.sealedHint)} />
      <TextInput {...tied('phone')} inputMode="numeric" />
      <TextInput {...tied('duesBase')} inputMode="decimal" hint={say(words.baseHint)} />
    </>
  )
}
