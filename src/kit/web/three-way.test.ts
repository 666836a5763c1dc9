import { expect, test } from 'vitest'
import { disputed, isSame, joinVersions } from './three-way.ts'

type Facts = { readonly chair: string; readonly place: string; readonly text: string }
const base: Facts = { chair: '张三', place: '会议室', text: '学习' }

test.each<[string, Partial<Facts>, Partial<Facts>, Facts, string[]]>([
  ['only I changed it: mine stands', { place: '井口' }, {}, { ...base, place: '井口' }, []],
  ['only they changed it: theirs stands', {}, { chair: '李四' }, { ...base, chair: '李四' }, []],
  [
    'each another field: both stand',
    { place: '井口' },
    { chair: '李四' },
    { chair: '李四', place: '井口', text: '学习' },
    [],
  ],
  [
    'both to the same: nothing to settle',
    { chair: '李四' },
    { chair: '李四' },
    { ...base, chair: '李四' },
    [],
  ],
  [
    'a short field of both: mine, and told',
    { chair: '王五' },
    { chair: '李四' },
    { ...base, chair: '王五' },
    ['chair'],
  ],
  [
    'a long text of both: theirs, then mine',
    { text: '讨论' },
    { text: '表决' },
    { ...base, text: '表决\n讨论' },
    ['text'],
  ],
])('%s', (_, mine, theirs, joined, open) => {
  const versions = { base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } }
  expect(joinVersions(versions, ['text'])).toEqual(joined)
  expect(disputed(versions)).toEqual(open)
})

test('lines of a roll are joined person by person', () => {
  const [present, absent] = [{ state: 'present' }, { state: 'absent' }]
  const versions = {
    base: { a: present, b: present },
    mine: { a: absent, b: present },
    theirs: { a: present, b: absent },
  }
  expect(joinVersions<Record<string, { state: string }>>(versions, [])).toEqual({ a: absent, b: absent })
})

test('a field left out is the same as one without a value', () =>
  expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(true))
test('order does not matter, values do', () => {
  expect(isSame({ a: 1, b: { c: 2 } }, { b: { c: 2 }, a: 1 })).toBe(true)
  expect(isSame({ a: 1 }, { a: 2 })).toBe(false)
})
