import { expect, test } from 'vitest'
import { sayField } from './say.ts'

const PERSON = '0192f0a0-0000-7000-8000-000000000001'

test.each<[string, string, unknown, string, string]>([
  ['dues_payment', 'paid_fen', 12_900, '129.00 元', '129.00 yuan'],
  ['dues_payment', 'month', '2026-10-01', '2026年10月', 'Oct 2026'],
  ['dues_payment', 'source', 'import', '导入', 'imported'],
  ['dues_payment', 'person_id', PERSON, '王小燕', '王小燕'],
  ['meeting', 'kind', 'groupMeeting', '党小组会', 'Group meeting'],
  ['meeting', 'hours_hundredths', 150, '1.5 学时', '1.5 hours'],
  ['meeting', 'roll', [{}, {}], '2 项', '2 items'],
  ['study_plan_row', 'prepared', true, '是', 'yes'],
  ['meeting', 'lecturer', '', '–', '–'],
])('%s.%s', (table, name, value, zh, en) => {
  const field = { table, name, value, names: { [PERSON]: '王小燕' } }
  expect([sayField(field, 'zh'), sayField(field, 'en')]).toEqual([zh, en])
})

test('times are said by the mine’s clock', () => {
  const field = { table: 'meeting', name: 'recorded_at', value: '2026-11-23T15:20:00.576+00:00', names: {} }
  expect(sayField(field, 'zh')).toMatch(/23:20$/)
})

test('what is neither code nor date nor number of something is left as it is written', () => {
  for (const value of ['安全生产', '2026-99-99T99:99', 12, PERSON])
    expect(sayField({ table: 'meeting', name: 'subject', value, names: {} }, 'zh')).toBeUndefined()
})
