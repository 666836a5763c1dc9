import { type Day, parseDay } from '../../kit/day.ts'
import { sayDay } from '../../kit/day-said.ts'
import type { Facts, NoticeKind } from '../rules.ts'

type Words = { readonly zh: string; readonly en: string }
type Template = { readonly title: Words; readonly lines: readonly Words[] }

/** What each kind of notice says; `{name}` is filled from its facts, and a line whose blank has nothing is left out. */
export const TEMPLATES: Readonly<Record<NoticeKind, Template>> = {
  meetingPlanned: {
    title: { zh: '{kindZh}已安排', en: 'Planned: {kindEn}' },
    lines: [
      { zh: '{subject}', en: '{subject}' },
      { zh: '{day} {starts}', en: '{day} {starts}' },
      { zh: '地点：{place}', en: 'Where: {place}' },
    ],
  },
  meetingChanged: {
    title: { zh: '{kindZh}有变动', en: 'Changed: {kindEn}' },
    lines: [
      { zh: '{subject}', en: '{subject}' },
      { zh: '现在是 {day} {starts}', en: 'Now {day} {starts}' },
      { zh: '地点：{place}', en: 'Where: {place}' },
    ],
  },
  meetingCancelled: {
    title: { zh: '{kindZh}已取消', en: 'Called off: {kindEn}' },
    lines: [
      { zh: '{subject}', en: '{subject}' },
      { zh: '原因：{why}', en: 'Why: {why}' },
    ],
  },
  leaveAnswered: {
    title: { zh: '请假{stateZh}', en: 'Leave {stateEn}' },
    lines: [
      { zh: '{subject}', en: '{subject}' },
      { zh: '{answer}', en: '{answer}' },
    ],
  },
  voiceAnswered: {
    title: { zh: '您反映的事有答复了', en: 'What you said was answered' },
    lines: [{ zh: '{answer}', en: '{answer}' }],
  },
  caseMoved: {
    title: { zh: '您的入党材料有新进展', en: 'Your admission case moved on' },
    lines: [
      { zh: '{stepZh}', en: '{stepEn}' },
      { zh: '日期：{day}', en: 'Day: {day}' },
    ],
  },
  unmasked: {
    title: { zh: '有人查看了您的{fieldZh}', en: 'Somebody saw your {fieldEn}' },
    lines: [
      { zh: '{byName}，理由：{reason}', en: '{byName}; reason: {reason}' },
      { zh: '不清楚为什么，可以在“我的信息”里提出。', en: 'If you do not know why, ask on “About me”.' },
    ],
  },
  decisionMade: {
    title: { zh: '会上有一件事请您负责', en: 'A meeting gave you something to do' },
    lines: [
      { zh: '{text}', en: '{text}' },
      { zh: '期限：{day}', en: 'By {day}' },
      { zh: '{orgName}', en: '{orgName}' },
    ],
  },
  digest: {
    title: { zh: '本周待办：{orgName}', en: 'This week: {orgName}' },
    lines: [
      { zh: '眼下要办 {due} 项', en: '{due} due now' },
      { zh: '已错过 {missed} 项', en: '{missed} missed' },
      { zh: '请假待批 {leave} 件', en: '{leave} requests for leave wait' },
      { zh: '心声待复 {voices} 件', en: '{voices} voices wait for an answer' },
      {
        zh: '三十天内到期的任务 {targets} 项未达标',
        en: '{targets} targets due within thirty days are not met',
      },
    ],
  },
}

const isFilled = ({ zh }: Words, facts: Facts): boolean =>
  [...zh.matchAll(/\{(\w+)\}/g)].every(([, name]) => {
    const value = facts[name ?? '']
    return value !== undefined && value !== '' && value !== 0
  })

/** A fact in a language; a day as people say it. */
function valueIn(value: string | number | undefined, language: keyof Words, now: Day): string {
  const day = parseDay(String(value))
  return day ? sayDay(day, now)[language] : String(value ?? '')
}

function said(words: Words, facts: Facts, now: Day): Words {
  const fill = (language: keyof Words): string =>
    words[language].replace(/\{(\w+)\}/g, (_, name: string) => valueIn(facts[name], language, now))
  return { zh: fill('zh'), en: fill('en') }
}

/** A notice in words, in both languages, as of a day. */
export function sayNotice(kind: NoticeKind, facts: Facts, now: Day): { title: Words; lines: Words[] } {
  const { title, lines } = TEMPLATES[kind]
  const shown = lines.filter((line) => isFilled(line, facts))
  return { title: said(title, facts, now), lines: shown.map((line) => said(line, facts, now)) }
}
