import { daysLate } from '../../journal/rules/when.ts'
import type { Day } from '../../kit/day.ts'
import type { Paper, PaperCode, PaperPiece } from '../../kit/paper.ts'
import { MEETING_KIND_NAMES, type MeetingKind } from '../../meetings/rules.ts'
import { sayTimes } from '../../meetings/words/times.ts'
import { paperDay } from './dates.ts'
import { saidLate } from './late.ts'
import { paragraphs } from './meetings.ts'

/** A vote as it was counted. */
export type VotePaper = {
  readonly name: string
  readonly expected: number
  readonly present: number
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly writtenYes: number
  readonly carried: boolean
  /** Where the rule of the vote is written. */
  readonly source: string
  /** Why it was voted on again; '' of the first. */
  readonly repeatWhy: string
}

/** What was decided; with an owner and a day it is to be carried out. */
export type DecisionPaper = {
  readonly text: string
  readonly ownerName: string | null
  readonly dueOn: Day | null
}

/** An item of the agenda with all that came of it. */
export type ItemPaper = {
  readonly title: string
  readonly minutes: string
  readonly votes: readonly VotePaper[]
  readonly decisions: readonly DecisionPaper[]
}

/** Where a record stands in the journal. */
export type SealPaper = {
  /** The address of the record's page; left out: no code is printed. */
  readonly address?: string | undefined
  readonly rev: number
  /** The place of its latest revision, from 0; null: not placed yet. */
  readonly leaf: number | null
  /** The log that place is in, where it is one that ended. */
  readonly endedLog: string | null
  /** The latest signed checkpoint of the log that grows: its size, and the note to be remembered; null: nothing is signed yet. */
  readonly checkpoint: { readonly size: number; readonly note: string } | null
  readonly digest: string
}

/** Who signed as `主持人` or `记录人`, on which day; `for`: in whose stead, '' for themselves. */
export type SignedPaper = {
  readonly role: 'chair' | 'recorder'
  readonly by: string
  readonly for: string
  readonly on: Day
}

/** A record as its papers need it. */
export type RecordPaper = {
  readonly no: string
  readonly unit: string
  readonly kind: MeetingKind
  readonly heldOn: Day
  /** The day it was recorded; null: nobody noted it. */
  readonly registeredOn: Day | null
  readonly starts: string
  readonly ends: string
  readonly place: string
  readonly chair: string
  readonly recorder: string
  readonly lecturer: string
  readonly expected: number
  readonly present: number
  readonly subject: string
  readonly resolution: string
  readonly absence: string
  readonly attended: readonly string[]
  readonly absent: readonly string[]
  readonly guests: readonly string[]
  readonly items: readonly ItemPaper[]
  readonly minutes: string
  readonly decisions: readonly DecisionPaper[]
  readonly signed: readonly SignedPaper[]
  readonly addenda: readonly { readonly text: string; readonly by: string; readonly on: Day }[]
  readonly seal: SealPaper
}

const text = (of: string): PaperPiece => ({ kind: 'text', text: of })
const NUMERALS = '一二三四五六七八九十'
/** 1 to 99 as Chinese writes numbers: 十, 十一, 二十三. */
export function numeral(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const front = tens === 0 ? '' : `${tens === 1 ? '' : (NUMERALS[tens - 1] ?? '')}十`
  return front + (ones === 0 ? '' : (NUMERALS[ones - 1] ?? ''))
}

const sayVote = ({ name, ...vote }: VotePaper): string => {
  const { expected, present, yes, no, abstain, writtenYes, carried, source, repeatWhy } = vote
  const again = repeatWhy && `（重新表决，原因：${repeatWhy}）`
  const written = writtenYes > 0 ? `，另有书面赞成 ${writtenYes} 票` : ''
  return `${name}表决${again}：应到有表决权 ${expected} 人，到会 ${present} 人；赞成 ${yes} 票，反对 ${no} 票，弃权 ${abstain} 票${written}。${carried ? '通过' : '未通过'}（${source}）。`
}

const sayDecision = ({ text: said, ownerName, dueOn }: DecisionPaper): string => {
  const owner = ownerName && dueOn ? `（责任人：${ownerName}，时限：${paperDay(dueOn)}）` : ''
  return `决定：${said.replace(/[。；]$/, '')}${owner}。`
}

const itemPieces = (item: ItemPaper, at: number): PaperPiece[] => [
  { kind: 'subheading', text: `（${numeral(at + 1)}）${item.title}` },
  ...paragraphs(item.minutes).map(text),
  ...item.votes.map((vote) => text(sayVote(vote))),
  ...item.decisions.map((decision) => text(sayDecision(decision))),
]

const names = (of: readonly string[]): string => of.join('、')

/** When, where, who: the elements of the record book (rulebook 11.4). */
function factLines(of: RecordPaper): string[] {
  const times = sayTimes(of, 'zh')
  const lines: readonly (readonly [string, string])[] = [
    ['时间', `${paperDay(of.heldOn)}${times ? ` ${times}` : ''}`],
    ['地点', of.place],
    ['主持人', of.chair],
    ['记录人', of.recorder],
    ['主讲人', of.lecturer],
    ['应到', `${of.expected} 人，实到 ${of.present} 人`],
    ['到会', names(of.attended)],
    ['缺席', names(of.absent) || of.absence],
    ['列席', names(of.guests)],
  ]
  return lines.filter(([, said]) => said !== '').map(([head, said]) => `${head}：${said}`)
}

function signatureLines({ signed }: RecordPaper): string[] {
  const of = (role: 'chair' | 'recorder', name: string): string => {
    const found = signed.find((one) => one.role === role)
    return found
      ? `${name}签字：${found.by}${found.for ? `（代${found.for}）` : ''}（${paperDay(found.on)}在系统中${found.for ? '代签' : '签字'}）`
      : `${name}签字：　　　　　　　　　　年　　月　　日`
  }
  return [of('chair', '主持人'), of('recorder', '记录人')]
}

/** Where the record stands, counted from 1 as on the pages, and how that is to the checkpoint. */
function sayPlace({ leaf, endedLog, checkpoint }: SealPaper): string {
  if (leaf === null) return '尚未排入日志，尚未被检查点封存'
  const place = `第 ${leaf + 1} 条`
  if (endedLog !== null) return `已结束的日志 ${endedLog} ${place}`
  if (checkpoint === null) return `日志${place}，尚未被检查点封存`
  const { size } = checkpoint
  return size > leaf ? `日志${place}，已封入 ${size} 条的检查点` : `日志${place}，排在 ${size} 条的检查点之后`
}

const SAID = {
  record: '扫码打开这份记录，核对它的封存',
  both: '小码打开这份记录；大码是日志检查点',
  memory: '码是日志检查点',
  keep: '请存档：日志日后若被改写，就与检查点对不上。扫它，把文字贴到“存证”页“核对打印页上的检查点”',
  noMemory: '没有印检查点码：记录排入日志、日志签名之后再印就有',
} as const

/** The log's latest checkpoint: paper in a cabinet remembers the log as witnesses do (journal §4). */
function memoryOf({ leaf, checkpoint }: SealPaper): PaperCode | undefined {
  return leaf === null || checkpoint === null ? undefined : { of: 'lines', holds: checkpoint.note }
}

/** The code that leads to the record, the code that remembers the log, and what the seal says. */
function sealPieces({ no, seal }: RecordPaper): PaperPiece[] {
  const { address, rev, digest } = seal
  const memory = memoryOf(seal)
  const record: PaperCode | undefined = address ? { of: 'address', holds: address } : undefined
  const place = [`记录编号 ${no}，第 ${rev} 版`, sayPlace(seal)]
  const said = [
    ...place,
    `内容指纹 ${digest.slice(0, 32)}`,
    digest.slice(32),
    SAID[memory ? 'keep' : 'noMemory'],
  ]
  const [left, right] = [record, memory].filter((code) => code !== undefined)
  if (!left) return [{ kind: 'note', text: said.join('\n') }]
  const first = SAID[right ? 'both' : memory ? 'memory' : 'record']
  return [{ kind: 'codes', left, ...(right && { right }), text: [first, ...said].join('\n') }]
}

/** That it was recorded late, below the title as on the pages, with both days. */
function latePieces({ heldOn, registeredOn }: RecordPaper): PaperPiece[] {
  const late = registeredOn ? saidLate(daysLate(heldOn, registeredOn)) : ''
  if (!late || !registeredOn) return []
  const days = `${paperDay(heldOn)}开会，${paperDay(registeredOn)}登记`
  return [{ kind: 'note', text: `${late}（${days}）` }]
}

type Head = readonly [head: string, pieces: readonly PaperPiece[]]
const headed = (parts: readonly Head[]): PaperPiece[] =>
  parts
    .filter(([, pieces]) => pieces.length > 0)
    .flatMap(([head, pieces], at) => [
      { kind: 'heading' as const, text: `${numeral(at + 1)}、${head}` },
      ...pieces,
    ])

/** The minutes of a meeting: facts, what was dealt with item by item, votes, decisions, signatures, what was added, and the seal. */
export function minutesPaper(of: RecordPaper): Paper {
  const { unit, kind, subject, items, minutes, decisions, resolution, addenda } = of
  return {
    title: `${unit}\n${MEETING_KIND_NAMES[kind]}记录`,
    lies: 'upright',
    pieces: [
      ...latePieces(of),
      ...factLines(of).map(text),
      ...headed([
        ['议题', items.length > 0 ? items.flatMap(itemPieces) : paragraphs(subject).map(text)],
        ['会议情况', paragraphs(minutes).map(text)],
        ['决议', [...paragraphs(resolution).map(text), ...decisions.map((one) => text(sayDecision(one)))]],
        ['补充说明', addenda.map((one) => text(`${one.text}（${one.by}，${paperDay(one.on)}）`))],
      ]),
      { kind: 'text', text: '' },
      ...signatureLines(of).map(text),
      ...sealPieces(of),
    ],
  }
}

/** Everything that was decided, in its order. */
const decidedIn = ({ items, decisions, resolution }: RecordPaper): string[] => [
  ...paragraphs(resolution),
  ...items.flatMap((item) => item.decisions.map(sayDecision)),
  ...decisions.map(sayDecision),
]

/** The resolution of a meeting, or undefined when nothing was decided. */
export function resolutionPaper(of: RecordPaper): Paper | undefined {
  const decided = decidedIn(of)
  if (decided.length === 0) return undefined
  const { unit, kind, heldOn, expected, present, subject, items } = of
  const votes = items.flatMap((item) => item.votes.filter(({ carried }) => carried).map(sayVote))
  const opening = `${paperDay(heldOn)}，${unit}召开${MEETING_KIND_NAMES[kind]}，应到 ${expected} 人，实到 ${present} 人，就“${subject}”形成决议如下：`
  const said = decided.map((one) => one.replace(/^决定：/, ''))
  return {
    title: `${unit}\n${MEETING_KIND_NAMES[kind]}决议`,
    lies: 'upright',
    pieces: [
      text(opening),
      ...said.map((one, at) => text(said.length > 1 ? `${at + 1}. ${one}` : one)),
      ...votes.map(text),
      ...sealPieces(of),
    ],
    signed: { by: unit, on: paperDay(heldOn) },
  }
}
