import { parseDay } from '../../kit/day.ts'
import { showFullDay } from '../../kit/web/dates.ts'
import { COMMA, type Language, type Words } from '../../kit/web/say.ts'
import { POSTS, postName } from '../../org/rules.ts'
import { postWords } from '../../org/words/posts.ts'
import type { HeldField } from '../rules/catalogue.ts'
import { CATEGORIES, CATEGORY_NAMES, DUES_CLASS_NAMES, DUES_CLASSES } from '../rules.ts'
import { words as labels } from '../words/labels.ts'
import { sexWords } from '../words/phone.ts'

type Say = (value: string, language: Language) => string

const asDay: Say = (value, language) => {
  const day = parseDay(value)
  return day ? showFullDay(day, language) : value
}

/** Posts as they were typed, `书记、组织委员`: said in a language when each of them is one we know, else left as they are. */
export const sayPosts: Say = (value, language) => {
  const known = value.split('、').map((name) => POSTS.find((post) => postName(post) === name.trim()))
  const said = known.flatMap((post) => (post ? [postWords[post][language]] : []))
  return said.length === known.length ? said.join(COMMA[language]) : value
}

const named = (words: Words | undefined, value: string, language: Language): string =>
  words ? words[language] : value

const SAYS: Partial<Record<HeldField, Say>> = {
  sex: (value, language) => named(sexWords[value], value, language),
  bornOn: asDay,
  joinedOn: asDay,
  fullSince: asDay,
  posts: sayPosts,
  category: (value, language) => {
    const category = CATEGORIES.find((one) => CATEGORY_NAMES[one] === value)
    return named(category && labels[category], value, language)
  },
  duesClass: (value, language) => {
    const duesClass = DUES_CLASSES.find((one) => DUES_CLASS_NAMES[one] === value)
    return named(duesClass && labels[duesClass], value, language)
  },
}

/** What is held in a field, in a language: days and what is one of ours; what somebody typed stays as it was typed. */
export const sayHeld = (field: HeldField, value: string, language: Language): string =>
  SAYS[field]?.(value, language) ?? value
