import { expect, test } from 'vitest'
import { sayHeld } from './held-said.ts'

test.each([
  ['sex', '女', '女', 'Female'],
  ['bornOn', '1990-03-08', '1990年3月8日', '8 Mar 1990'],
  ['joinedOn', '', '', ''],
  ['category', '正式党员', '正式党员', 'Full member'],
  ['duesClass', '在职', '在职', 'Employed'],
  ['posts', '书记', '书记', 'Secretary'],
  ['posts', '书记、组织委员', '书记、组织委员', 'Secretary, Organisation commissioner'],
  ['posts', '书记、群众工作负责人', '书记、群众工作负责人', '书记、群众工作负责人'],
  ['education', '初中', '初中', '初中'],
  ['sex', '甲', '甲', '甲'],
] as const)('%s %s is said in the language of the page', (field, value, zh, en) => {
  expect([sayHeld(field, value, 'zh'), sayHeld(field, value, 'en')]).toEqual([zh, en])
})
