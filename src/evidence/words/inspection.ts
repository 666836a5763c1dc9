import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'

const noInspection = {
  zh: '没有这次检查，或不在您的范围内。',
  en: 'There is no such inspection, or it is not yours to see.',
}
const closed = {
  zh: '检查已结束，不能再改。',
  en: 'The inspection is closed; nothing of it changes any more.',
}
const notDrawn = {
  zh: '先抽样；只能选抽中的记录。',
  en: 'Draw the sample first; only drawn records can be chosen.',
}
const inFuture = {
  zh: '{day} 还没到。只能检查已经过去的日子；通知了再建。',
  en: '{day} is still to come. Only days that are over can be looked at, and an announcement that was made.',
}
const backwards = { zh: '结束早于开始。请对调。', en: 'It ends before it begins. Swap the days.' }
const dueNeeded = { zh: '请定一个整改期限。', en: 'Say by which day it is to be put right.' }
const dueNotNeeded = { zh: '这一种不需要期限。', en: 'This needs no day.' }
const inPast = { zh: '{day} 已经过去。请定以后的日子。', en: '{day} is over. Choose a later day.' }
const ended = {
  'no-such-finding': {
    zh: '没有这条发现，或不在您的范围内。',
    en: 'There is no such finding, or it is not yours.',
  },
  'inspection-closed': closed,
  'finding-withdrawn': { zh: '这条发现已撤回。', en: 'This finding was taken back.' },
} as const
const notOpen = { zh: '这条现在不在整改中。请刷新。', en: 'Nothing of this is to be put right now. Reload.' }

/** What a refusal says, and what to do. */
export const refusals: {
  readonly listInspections: RefusalWords<'evidence.listInspections'>
  readonly findInspection: RefusalWords<'evidence.findInspection'>
  readonly makeInspection: RefusalWords<'evidence.makeInspection'>
  readonly drawSample: RefusalWords<'evidence.drawSample'>
  readonly markInOrder: RefusalWords<'evidence.markInOrder'>
  readonly addFinding: RefusalWords<'evidence.addFinding'>
  readonly withdrawFinding: RefusalWords<'evidence.withdrawFinding'>
  readonly contestFinding: RefusalWords<'evidence.contestFinding'>
  readonly assignRectification: RefusalWords<'evidence.assignRectification'>
  readonly listProof: RefusalWords<'evidence.listProof'>
  readonly rectify: RefusalWords<'evidence.rectify'>
  readonly recheck: RefusalWords<'evidence.recheck'>
  readonly closeInspection: RefusalWords<'evidence.closeInspection'>
} = {
  listInspections: {},
  findInspection: { 'no-such-inspection': noInspection },
  makeInspection: {
    'no-such-unit': { zh: '没有这个组织。请重新选。', en: 'There is no such unit. Choose again.' },
    'ends-before-it-begins': backwards,
    'in-the-future': inFuture,
  },
  drawSample: {
    'no-such-inspection': noInspection,
    'drawn-already': { zh: '已经抽过，只抽一次。', en: 'It was drawn already; it is drawn once.' },
    'not-sealed-yet': {
      zh: '日志还没有封存到这次检查。请等十几秒再抽。',
      en: 'The journal has not sealed this inspection yet. Wait a few seconds and draw again.',
    },
    'nothing-to-draw': {
      zh: '这些日子里没有可抽的记录。请另建一次，放宽日期。',
      en: 'Nothing was recorded of these days. Begin another inspection over more days.',
    },
  },
  markInOrder: { 'no-such-inspection': noInspection, 'inspection-closed': closed, 'not-drawn': notDrawn },
  addFinding: {
    'no-such-inspection': noInspection,
    'inspection-closed': closed,
    'not-drawn': notDrawn,
    'several-branches': {
      zh: '一条发现只说一个支部。请分开写。',
      en: 'A finding is about one branch. Write one for each.',
    },
    'due-needed': dueNeeded,
    'due-not-needed': dueNotNeeded,
    'in-the-past': inPast,
  },
  withdrawFinding: ended,
  contestFinding: {
    ...ended,
    'contested-already': { zh: '异议已经提过，两边的话都在。', en: 'It was contested already; both stay.' },
  },
  assignRectification: {
    ...ended,
    'not-open': notOpen,
    'no-such-person': { zh: '请选本支部的人。', en: 'Choose somebody of the branch.' },
  },
  listProof: { 'no-such-finding': ended['no-such-finding'] },
  rectify: {
    ...ended,
    'not-open': notOpen,
    'no-such-record': {
      zh: '有一条记录不是本支部的。请重新选。',
      en: 'One record is not the branch’s. Choose again.',
    },
    'in-the-future': { zh: '{day} 还没到。', en: '{day} is still to come.' },
    'before-the-finding': {
      zh: '检查在 {day} 才发现，整改应在其后。',
      en: 'It was found on {day}; putting it right comes after.',
    },
  },
  recheck: {
    ...ended,
    'not-done': { zh: '支部还没有报整改。', en: 'The branch has not put it right yet.' },
    'due-needed': dueNeeded,
    'due-not-needed': dueNotNeeded,
    'in-the-past': inPast,
  },
  closeInspection: {
    'no-such-inspection': noInspection,
    'inspection-closed': closed,
    'not-drawn': notDrawn,
    'not-all-seen': { zh: '还有 {n} 条没有看。', en: '{n} {n|record|records} not looked at yet.' },
    'findings-open': { zh: '还有 {n} 条发现没有办完。', en: '{n} {n|finding|findings} not over yet.' },
  },
} satisfies Record<string, Readonly<Record<string, Words>>>
