import {
  findingStateWords,
  recheckWords,
  recordKindWords,
  severityWords,
} from '../../evidence/words/pages.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { type Day, dayAt } from '../../kit/day.ts'
import type { Paper, PaperPiece } from '../../kit/paper.ts'
import { TITLES } from '../../law/titles.ts'
import { columnDay, paperDay } from './dates.ts'
import { paragraphs } from './meetings.ts'
import { numeral } from './minutes.ts'

/** An inspection as whoever prints it sees it, with who signs and on which day it is printed. */
export type InspectionPaper = OutputOf<'evidence.findInspection'> & {
  readonly signer: string
  readonly today: Day
}
type Finding = InspectionPaper['findings'][number]
type Round = Finding['rounds'][number]
type Sample = InspectionPaper['sample'][number]

const text = (of: string): PaperPiece => ({ kind: 'text', text: of })
const dayOf = (at: string): Day => dayAt(new Date(at))

const linksOf = (links: Finding['evidence']): string =>
  links.map(({ title, rev, leafIndex }) => `${title}（第 ${rev} 版，日志第 ${leafIndex + 1} 条）`).join('；')

function roundLines({ round, ownerName, dueOn, doneOn, how, proof, recheck }: Round): string[] {
  const begun = `第 ${round} 轮整改：责任人${ownerName ?? '未定'}，期限${paperDay(dueOn)}。`
  const done = doneOn ? [`${paperDay(doneOn)}报整改：${how}`] : ['尚未报整改。']
  const shown = proof.length > 0 ? [`能说明的记录：${linksOf(proof)}。`] : []
  const looked = recheck
    ? [`${paperDay(dayOf(recheck.at))}复查：${recheckWords[recheck.result].zh}。${recheck.text}`]
    : []
  return [begun, ...done, ...shown, ...looked]
}

function findingPieces(of: Finding): PaperPiece[] {
  const { no, orgName, clause, severity, state, evidence, contested, withdrawn, rounds } = of
  const head = `（${numeral(no)}）${orgName}：${severityWords[severity].zh}，${findingStateWords[state].zh}`
  const basis = clause ? [`依据：${clause} ${TITLES[clause].zh}（${TITLES[clause].source}）。`] : []
  const said = contested ? [`支部说明（${paperDay(dayOf(contested.at))}）：${contested.text}`] : []
  const back = withdrawn ? [`检查人撤回（${paperDay(dayOf(withdrawn.at))}）：${withdrawn.text}`] : []
  const lines = [of.text, ...basis, `依据的记录：${linksOf(evidence)}。`, ...said, ...back]
  return [
    { kind: 'subheading', text: head },
    ...[...lines, ...rounds.flatMap(roundLines)].flatMap(paragraphs).map(text),
  ]
}

const resultOf = ({ inOrder, findings }: Sample): string => {
  if (findings.length > 0) return findings.map((no) => `发现${no}`).join('、')
  return inOrder ? '无问题' : '未看'
}

const sampleTable = (sample: readonly Sample[]): PaperPiece => ({
  kind: 'table',
  columns: [
    { head: '种类', share: 2 },
    { head: '记录', share: 5 },
    { head: '支部', share: 3 },
    { head: '发生', share: 2, side: 'middle' },
    { head: '结果', share: 2, side: 'middle' },
  ],
  rows: sample.map((one) => [
    recordKindWords[one.record].zh,
    one.title,
    one.orgName,
    one.happenedOn ? columnDay(one.happenedOn) : '',
    resultOf(one),
  ]),
})

function drawLines({ draw, each }: InspectionPaper): string[] {
  if (!draw) return ['尚未抽样。']
  return [
    `每一层抽 ${each} 条。检查人掷出：${draw.words}。检查点共 ${draw.size} 条，是封存本次检查（日志第 ${draw.place + 1} 条）之后的第一个。`,
    `种子（SHA-256）：${draw.seed}`,
  ]
}

/** The report of an inspection: how it was drawn, what was found, what became of it, and the sample. */
export function inspectionPaper(of: InspectionPaper): Paper {
  const { title, orgName, from, to, announcedOn, by, findings, sample, signer, today } = of
  const told = announcedOn ? `${paperDay(announcedOn)}通知` : '未事先通知'
  const about = `对${orgName}${paperDay(from)}至${paperDay(to)}的记录进行检查，${told}。检查人：${by}。`
  const found = findings.length === 0 ? [text('没有发现问题。')] : findings.flatMap(findingPieces)
  return {
    title: `${title}\n检查报告`,
    pieces: [
      text(about),
      { kind: 'heading', text: '一、抽样' },
      ...drawLines(of).map(text),
      { kind: 'heading', text: '二、发现与整改' },
      ...found,
      { kind: 'heading', text: '三、抽中的记录' },
      sampleTable(sample),
    ],
    signed: { by: signer, on: paperDay(today) },
    lies: 'upright',
  }
}
