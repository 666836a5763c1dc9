import { expect, test } from 'vitest'
import { lookAtHouse } from './look.ts'

const look = (path: string, text: string): string[] => lookAtHouse([{ path, text }])

test.each([
  [
    'rules may not go up a floor',
    'org/rules.ts',
    "import { x } from '../people/rules.ts'",
    'goes up to people',
  ],
  [
    'neighbours know nothing of each other',
    'dues/store.ts',
    "import { findX } from '../study/store.ts'",
    'goes sideways to study',
  ],
  ['the kit knows no slice', 'kit/day.ts', "import { x } from '../org/rules.ts'", 'goes up to org'],
  [
    'rules read no database',
    'org/rules.ts',
    "import { Db } from '../kit/db/db.ts'",
    'rules may not use kit/db',
  ],
  [
    'not even its types',
    'org/rules.ts',
    "import type { Db } from '../kit/db/db.ts'",
    'rules may not use kit/db',
  ],
  ['rules use no package', 'org/rules.ts', "import { z } from 'zod'", 'rules may not use the package zod'],
  [
    'rules use nothing of Node',
    'org/rules.ts',
    "import { readFile } from 'node:fs'",
    'rules may not use node:fs',
  ],
  [
    'rules do not ask the store',
    'people/rules.ts',
    "import { findX } from './store.ts'",
    'rules may not use people/store',
  ],
  [
    'a page does not bring in zod by a contract',
    'org/desk/P.tsx',
    "import { contract } from '../contract.ts'",
    'desk may not use org/contract',
  ],
  [
    'a page asks the server, not the store',
    'org/desk/P.tsx',
    "import { findX } from '../store.ts'",
    'desk may not use org/store',
  ],
  [
    'the phone does not use the desk’s rooms',
    'org/phone/P.tsx',
    "import { X } from '../desk/X.tsx'",
    'phone may not use org/desk',
  ],
  [
    'the desk does not use the phone’s kit',
    'org/desk/P.tsx',
    "import { Card } from '../../kit/web/phone/Card.tsx'",
    'desk may not use kit/web/phone',
  ],
  [
    'nobody writes another slice’s tables',
    'meetings/api.ts',
    "import { addPeople } from '../people/store.ts'",
    'takes addPeople',
  ],
  [
    'nor through a folder',
    'meetings/api/enter.ts',
    "import { setX } from '../../people/store/write.ts'",
    'takes setX',
  ],
  [
    'nor by passing it on',
    'meetings/store.ts',
    "export { addPeople } from '../people/store.ts'",
    'takes addPeople',
  ],
  [
    'nor by a late import',
    'people/rules.ts',
    "export const x = () => import('./store.ts')",
    'rules may not use people/store',
  ],
  ['a file is one of the rooms', 'org/helpers.ts', '', 'helpers is no room'],
  ['a folder stands on a floor', 'misc/rules.ts', '', 'stands on no floor'],
  ['a room over 300 lines becomes a folder', 'org/rules.ts', 'export {}\n'.repeat(301), '301 lines'],
  [
    'nothing leads out of the house',
    'org/rules.ts',
    "import { x } from '../../tools/x.ts'",
    'leads out of the house',
  ],
])('%s', (_, path, text, fault) => {
  expect(look(path, text).join('\n')).toContain(fault)
})

test.each([
  ['a lower floor', 'people/rules.ts', "import { x } from '../org/rules.ts'"],
  ['pure parts of the kit', 'people/rules.ts', "import { day } from '../kit/day.ts'"],
  ['a question of another store', 'meetings/api.ts', "import { findPerson } from '../people/store.ts'"],
  ['the journal’s append', 'meetings/api.ts', "import { append } from '../journal/store.ts'"],
  ['a contract’s types on a page', 'org/desk/P.tsx', "import type { contract } from '../contract.ts'"],
  ['the type of a part of the kit', 'org/words.ts', "import type { Words } from '../kit/web/words.ts'"],
  ['the phone’s kit on the phone', 'org/phone/P.tsx', "import { Card } from '../../kit/web/phone/Card.tsx'"],
  ['300 lines', 'org/rules.ts', 'export {}\n'.repeat(300)],
])('%s is allowed', (_, path, text) => {
  expect(look(path, text)).toEqual([])
})
