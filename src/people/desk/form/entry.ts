import type { InputOf, OutputOf } from '../../../kit/contract.ts'
import type { Category, DuesClass } from '../../rules.ts'

type Person = OutputOf<'people.findPerson'>

/** Who somebody is, as it is typed; '' is nothing. */
export type IdentityEntry = {
  readonly name: string
  readonly sex: string
  readonly ethnicity: string
  readonly bornOn: string
  readonly education: string
  readonly joinedOn: string
  readonly fullSince: string
  readonly crew: string
  readonly note: string
}

/** What they are, and where, from a day. */
export type StandingEntry = {
  readonly from: string
  readonly category: Category
  readonly orgId: string
  readonly duesClass: DuesClass
  readonly posts: string
  readonly shift: string
}

/** What they are, and where, whatever the day. */
export type HeldEntry = Omit<StandingEntry, 'from'>

/** Sensitive values, typed once and shown masked for ever after. */
export type SealedEntry = { readonly idNumber: string; readonly phone: string; readonly duesBase: string }

export type PersonEntry = IdentityEntry & StandingEntry & SealedEntry & { readonly no: string }

/** An empty form for somebody new, from a day on. */
export const blankPerson = (from: string, orgId: string): PersonEntry => ({
  no: '',
  name: '',
  sex: '男',
  ethnicity: '汉族',
  bornOn: '',
  education: '',
  joinedOn: '',
  fullSince: '',
  crew: '',
  note: '',
  from,
  category: 'masses',
  orgId,
  duesClass: 'employed',
  posts: '',
  shift: '',
  idNumber: '',
  phone: '',
  duesBase: '',
})

type Sex = InputOf<'people.changePerson'>['sex']
/** What GB/T 2261.1 knows, in the order people look for it. */
export const SEXES: readonly Sex[] = ['男', '女', '未说明', '未知']
const sexOf = (text: string): Sex => SEXES.find((one) => one === text) ?? '未说明'

/** Who somebody is, as it is sent. */
export function identityInput(entry: IdentityEntry) {
  const { name, ethnicity, bornOn, education, crew, note } = entry
  const days = { joinedOn: entry.joinedOn || null, fullSince: entry.fullSince || null }
  return { name, ethnicity, bornOn, education, crew, note, ...days, sex: sexOf(entry.sex) }
}

/** What they are, as it is sent. */
export function standingInput({ from, category, orgId, duesClass, posts, shift }: StandingEntry) {
  return { from, category, orgId, duesClass, posts, shift }
}

/** The form of somebody known. */
export function identityOf(person: Person): IdentityEntry {
  const { name, sex, ethnicity, bornOn, education, crew, note } = person
  const days = { joinedOn: person.joinedOn ?? '', fullSince: person.fullSince ?? '' }
  return { name, sex, ethnicity, bornOn, education, crew, note, ...days }
}

/** What somebody is now, as a form. */
export const heldOf = ({
  category,
  orgId,
  duesClass,
  posts,
  shift,
}: Person['standings'][number]): HeldEntry => ({
  ...{ category, orgId, duesClass, posts, shift },
})

const IDENTITY = [
  'name',
  'sex',
  'bornOn',
  'ethnicity',
  'education',
  'crew',
  'joinedOn',
  'fullSince',
  'note',
] as const

/** Who somebody is, field by field, to be read beside another version. */
export const saidOf = (
  entry: IdentityEntry,
  labels: Readonly<Record<keyof IdentityEntry, string>>,
): { readonly name: string; readonly value: string }[] =>
  IDENTITY.map((path) => ({ name: labels[path], value: entry[path] }))
