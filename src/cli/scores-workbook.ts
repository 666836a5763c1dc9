import { writeWorkbook } from '../kit/excel/write.ts'
import type { Answer } from './answer.ts'
import { inLanguage, type Language, words } from './words.ts'

/** Excel keeps no more characters than this in one cell. */
const MOST_CHARACTERS = 32_000

const listed = (evidence: readonly string[]): string => {
  const text = evidence.join('、')
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`
}

/** The explained result as a workbook: the scores, then one row for each item with its sentence and evidence. */
export function scoresWorkbook(answer: Answer, language: Language): Uint8Array {
  const say = (key: keyof typeof words.scoreColumns): string => inLanguage(words.scoreColumns[key], language)
  const scores = answer.branches.map((branch) => [
    branch.code,
    branch.name,
    branch.score === null ? null : Number(branch.score),
    branch.grade,
    Number(branch.bonus),
    branch.vetoed ? inLanguage(words.yes, language) : null,
  ])
  const items = answer.branches.flatMap((branch) => [
    ...branch.items.map((item) => [
      branch.code,
      branch.name,
      item.no,
      item.fact,
      item.value,
      Number(item.points),
      Number(item.of),
      item.because,
      listed(item.evidence),
    ]),
    ...branch.left_out.map(({ no, fact, because }) => [
      branch.code,
      branch.name,
      no,
      fact,
      'n/a',
      null,
      null,
      because,
      null,
    ]),
    ...branch.excluded.map(({ person, because }) => [
      branch.code,
      branch.name,
      null,
      null,
      null,
      null,
      null,
      because,
      person,
    ]),
  ])
  const { errors } = answer.import
  return writeWorkbook([
    {
      name: inLanguage(words.sheetScores, language),
      header: [say('code'), say('name'), say('score'), say('grade'), say('bonus'), say('vetoed')],
      rows: scores,
    },
    {
      name: inLanguage(words.sheetItems, language),
      header: [
        say('code'),
        say('name'),
        say('no'),
        say('fact'),
        say('value'),
        say('points'),
        say('of'),
        say('because'),
        say('evidence'),
      ],
      rows: items,
    },
    {
      name: inLanguage(words.sheetErrors, language),
      header: [say('sheet'), say('row'), say('column'), say('error')],
      rows: errors.map(({ sheet, row, column, code }) => [sheet, row, column, code]),
    },
  ])
}
