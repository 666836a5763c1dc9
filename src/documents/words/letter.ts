import type { Day } from '../../kit/day.ts'
import type { Paper, PaperPiece } from '../../kit/paper.ts'
import { paperDay, paperPeriod } from './dates.ts'
import { LEGEND, type PaperDuty, yearTable } from './marks.ts'

type Item = {
  readonly no: string
  readonly title: string
  readonly basis: string
  readonly rule: string
  /** How often, how much: a decimal or a fraction. */
  readonly value: string
  /** As the scheme writes them: `t=1;ceiling=一般`. */
  readonly parameters: string
  readonly points: string
  readonly of: string
  readonly because: { readonly zh: string }
}

/** What the letter to a branch is made of; points as they are shown, with two places. */
export type ScoreLetter = {
  readonly branch: string
  /** Who sends it and answers objections. */
  readonly committee: string
  readonly period: { readonly name: string; readonly first: Day; readonly last: Day }
  readonly state: 'not-opened' | 'open' | 'closed'
  readonly schemeVersion: number
  readonly score: string | null
  readonly grade: string | null
  readonly base: string | null
  readonly bonus: string
  readonly vetoed: boolean
  readonly items: readonly Item[]
  readonly leftOut: readonly Pick<Item, 'no' | 'title' | 'because'>[]
  readonly duties: readonly PaperDuty[]
  readonly today: Day
}

const hundredths = (points: string): number => Math.round(Number(points) * 100)

/** Whether a veto holds: its value reaches the threshold `t` (A4 veto). */
function isVetoing({ rule, value, parameters }: Pick<Item, 'rule' | 'value' | 'parameters'>): boolean {
  const [part = '0', whole = '1'] = value.split('/')
  const threshold = /(?:^|;)t=(\d+(?:\.\d+)?)/.exec(parameters)?.[1]
  return rule === 'veto' && threshold !== undefined && Number(part) / Number(whole) >= Number(threshold)
}

/** Points an item lost, with two places; '' when none. A bonus loses nothing; a veto that holds is no number. */
export function lostPoints(item: Pick<Item, 'rule' | 'points' | 'of' | 'value' | 'parameters'>): string {
  const { rule, points, of } = item
  if (rule === 'veto') return isVetoing(item) ? '一票否决' : ''
  const lost = hundredths(of) - hundredths(points)
  return rule === 'bonus' || lost <= 0 ? '' : (lost / 100).toFixed(2)
}

/** Whether the period is not over: then its result is a trial and its grade none yet. */
const isRunning = ({ state, period, today }: ScoreLetter): boolean =>
  state !== 'closed' && today <= period.last

function resultSays(letter: ScoreLetter): string {
  const { score, grade, base, bonus, vetoed } = letter
  if (score === null) return '本期没有可以考核的项目，不计分、不评等次。'
  const parts = [base && `基础分 ${base} 分`, hundredths(bonus) > 0 && `加分 ${bonus} 分`].filter(Boolean)
  const made = parts.length > 0 ? `（${parts.join('，')}）` : ''
  const veto = vetoed ? '本期有一票否决事项，见下表。' : ''
  const graded =
    isRunning(letter) && grade ? `等次未定，按现在的记录为“${grade}”` : `等次“${grade ?? '不评'}”`
  return `得分 ${score} 分${made}，${graded}。${veto}`
}

function stateSays(letter: ScoreLetter): string {
  if (!isRunning(letter)) return STATE_SAYS[letter.state]
  const { period, today } = letter
  return `本期到${paperDay(period.last)}为止，本通知是截至${paperDay(today)}的试算，随记录变化，仅供对照。`
}

const STATE_SAYS: Readonly<Record<ScoreLetter['state'], string>> = {
  'not-opened': '党委尚未开始本期的考核，本通知按最新细则试算，随记录变化，仅供对照。',
  open: '本期尚未封存，得分随记录变化，仅供对照。',
  closed: '本期考核已经结束，事实、证据和得分均已封存。',
}

function lostPiece(items: readonly Item[]): PaperPiece {
  const lost = items.filter((item) => lostPoints(item) !== '')
  if (lost.length === 0) return { kind: 'text', text: '各项均未扣分。' }
  return {
    kind: 'table',
    columns: [
      { head: '项目', share: 9 },
      { head: '满分', share: 4, side: 'right' },
      { head: '扣分', share: 4, side: 'right' },
      { head: '原因', share: 12 },
      { head: '依据', share: 8 },
    ],
    rows: lost.map((item) => [
      `${item.no} ${item.title}`,
      pointsSay(item)[0],
      lostPoints(item),
      item.because.zh,
      item.basis,
    ]),
  }
}

/** What an item is worth and what it brought: a bonus is on top, a veto is no points at all. */
function pointsSay(item: Item): [of: string, points: string] {
  const { rule, of, points } = item
  if (rule === 'bonus') return [`加 ${of}`, `加 ${points}`]
  if (rule === 'veto') return ['否决项', isVetoing(item) ? '有' : '无']
  return [of, points]
}

const allItems = (items: readonly Item[]): PaperPiece => ({
  kind: 'table',
  columns: [
    { head: '编号', share: 4, side: 'middle' },
    { head: '项目', share: 20 },
    { head: '满分', share: 5, side: 'right' },
    { head: '得分', share: 5, side: 'right' },
  ],
  rows: items.map((item) => [item.no, item.title, ...pointsSay(item)]),
})

const leftOutPieces = (leftOut: ScoreLetter['leftOut']): PaperPiece[] =>
  leftOut.map(({ no, title, because }) => ({ kind: 'text', text: `${no} ${title}：${because.zh}` }))

/** 考核结果通知: the result, what was lost and why, every item, the year, what does not count, and where to object. */
export function scoreLetter(letter: ScoreLetter): Paper {
  const { branch, committee, period, items, leftOut, duties, today } = letter
  const name = paperPeriod(period.name)
  const year = Number(period.name.slice(0, 4))
  const opening = `根据党支部考核细则（第${letter.schemeVersion}版），对你支部${name}（${paperDay(period.first)}至${paperDay(period.last)}）的工作进行了考核，现将结果通知如下。`
  const parts: readonly (readonly [string, readonly PaperPiece[]])[] = [
    [
      '考核结果',
      [
        { kind: 'text', text: resultSays(letter) },
        { kind: 'text', text: stateSays(letter) },
      ],
    ],
    ['扣分事项', [lostPiece(items)]],
    ['各项得分', [allItems(items)]],
    [`${year}年组织生活`, [yearTable(duties, year), { kind: 'note', text: LEGEND }]],
    ['不计入的项目', leftOutPieces(leftOut)],
    [
      '异议',
      [
        {
          kind: 'text',
          text: `对结果有不同意见的，可以向${committee}提出；${committee}对照原始记录核对后答复。每一分的依据，在矿灯的“考核”中都能逐条查到。`,
        },
      ],
    ],
  ]
  const numbered = parts
    .filter(([, pieces]) => pieces.length > 0)
    .flatMap(([heading, pieces], at): PaperPiece[] => [
      { kind: 'heading', text: `${NUMERALS[at]}、${heading}` },
      ...pieces,
    ])
  return {
    title: `关于${branch}\n${name}考核结果的通知`,
    to: branch,
    pieces: [{ kind: 'text', text: opening }, ...numbered],
    signed: { by: committee, on: paperDay(today) },
    lies: 'upright',
  }
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
