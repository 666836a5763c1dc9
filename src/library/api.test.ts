import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../kit/contract.ts'
import { zip } from '../kit/excel/zip-write.ts'
import { type Id, newId } from '../kit/id.ts'
import { type Caller, makeWorld, type World } from '../server/world.ts'
import { asPerson } from '../server/world-people.ts'
import { type Records, recordsIn } from '../server/world-records.ts'

let world: World
let records: Records
let branch: Id<'org'>
let secretary: Caller
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch()
  secretary = await world.as('secretary', branch)
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

type Given = InputOf<'library.addMaterial'>
const material = (more: Partial<Given> = {}): Given => ({
  ...{ orgId: branch, title: '学习材料', body: '', file: null },
  ...more,
})
const file = (bytes: Uint8Array | string, name: string) => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
})
const MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG = Buffer.from([...MAGIC, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
const TYPES = '<Types><Override ContentType="application/xml"/></Types>'
const docx = (extra: Record<string, string> = {}, types = TYPES): Uint8Array =>
  zip(
    new Map(Object.entries({ '[Content_Types].xml': types, 'word/document.xml': '<w:document/>', ...extra })),
  )

test('what is added can be read, and its file is what its content says', async () => {
  const added = await secretary.post('library.addMaterial', material({ file: file(PNG, '照片.PNG') }))
  expect(added.status).toBe(200)
  const { id } = added.body
  const found = (await secretary.get('library.findMaterial', { id })).body
  expect(found.file).toEqual({ name: '照片.PNG', kind: 'png', bytes: 20 })
  const got = (await secretary.get('library.findFile', { id })).body
  expect(got).toEqual({ name: '照片.PNG', mime: 'image/png', base64: PNG.toString('base64') })
})

test.each<[string, Partial<Given>, string]>([
  ['nothing', {}, 'nothing-to-read'],
  ['a program that calls itself a PDF', { file: file('MZ\u0000\u0001', '通知.pdf') }, 'wrong-file-kind'],
  ['an empty file', { file: file('', '空.docx') }, 'empty-file'],
  ['an empty file beside a text', { body: '文', file: file('', '空.docx') }, 'empty-file'],
  ['a text that calls itself a program', { file: file('学习要点', 'prog.exe') }, 'wrong-file-kind'],
  ['a text without an ending', { file: file('学习要点', '学习要点') }, 'wrong-file-kind'],
  ['a text that calls itself Word', { file: file('学习要点', 'fake.docx') }, 'misnamed-file'],
  ['Word that calls itself Excel', { file: file(docx(), '名单.xlsx') }, 'misnamed-file'],
  ['a picture that calls itself a text', { file: file(PNG, '照片.txt') }, 'misnamed-file'],
  ['Word whose name is for macros', { file: file(docx(), 'ok.docm') }, 'file-with-macros'],
  ['a zip of something else', { file: file(zip(new Map([['a.txt', 'a']])), 'a.docx') }, 'wrong-file-kind'],
  ['half a picture', { file: file(PNG.subarray(0, 15), 'a.png') }, 'damaged-file'],
  ['half a zip', { file: file(docx().subarray(0, 60), 'a.docx') }, 'damaged-file'],
  ['Word with macros', { file: file(docx({ 'word/vbaProject.bin': 'x' }), 'a.docx') }, 'file-with-macros'],
  [
    'macros under another name',
    {
      file: file(
        docx({}, '<Types ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'),
        'a.docx',
      ),
    },
    'file-with-macros',
  ],
  [
    'a PDF that runs a script',
    { file: file('%PDF-1.7 /OpenAction << /JavaScript (x) >>', 'a.pdf') },
    'file-with-macros',
  ],
  ['a mark of secrecy in the title', { title: '机密★一年', body: '文' }, 'classified-mark'],
  ['a mark of secrecy in a text file', { file: file('秘密 ★ 三年', 'a.txt') }, 'classified-mark'],
])('refused: %s', async (_, more, code) => {
  expect((await secretary.post('library.addMaterial', material(more))).problem.code).toBe(code)
})

test.each<[string, Uint8Array | string, string]>([
  ['a PDF', '%PDF-1.7\n%%EOF', 'pdf'],
  ['a Word document', docx(), 'docx'],
  ['a text', '学习要点\r\n一、', 'txt'],
  ['the word secret without its mark', '保守秘密', 'txt'],
])('taken: %s', async (_, bytes, kind) => {
  const { body } = await secretary.post('library.addMaterial', material({ file: file(bytes, `a.${kind}`) }))
  expect((await secretary.get('library.findMaterial', { id: body.id })).body.file?.kind).toBe(kind)
})

test('a file one byte too large names the limit', async () => {
  const large = file(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'a.txt')
  const refused = await secretary.post('library.addMaterial', material({ file: large }))
  expect([refused.status, refused.problem.code, refused.problem.facts]).toEqual([
    413,
    'file-too-large',
    { megabytes: 20 },
  ])
})

test('the same bytes are kept once', async () => {
  const twice = { file: file('同一份文件', 'a.txt') }
  await secretary.post('library.addMaterial', material(twice))
  await secretary.post('library.addMaterial', material(twice))
  const rows = await world.db
    .selectFrom('stored_file')
    .select('hash')
    .where('bytes', '=', Buffer.from('同一份文件'))
    .execute()
  expect(rows).toHaveLength(1)
})

test('bytes that are not those of the sealed hash cannot stand under it', async () => {
  await secretary.post('library.addMaterial', material({ file: file('封存的文件', 'a.txt') }))
  const changed = world.db
    .updateTable('stored_file')
    .set({ bytes: Buffer.from('换过的文件') })
    .where('bytes', '=', Buffer.from('封存的文件'))
    .execute()
  await expect(changed).rejects.toThrow('check constraint')
})

test('what a committee adds is read in its branches, what a branch adds stays there', async () => {
  const committee = await world.addUnit({ code: 'DWL', kind: 'committee' })
  const [below, beside] = [
    await world.addUnit({ code: 'ZBL', kind: 'branch', parentId: committee }),
    await world.addUnit({ code: 'ZBM', kind: 'branch' }),
  ]
  const staff = await world.as('committeeStaff')
  const add = async (orgId: Id<'org'>, title: string) =>
    (await staff.post('library.addMaterial', material({ orgId, title, body: '文' }))).body.id
  await add(committee, '党委的')
  const own = await add(below, '支部的')
  const foreign = await add(beside, '别的支部的')
  const member = await asPerson(world, await records.person(below))
  const titles = (await member.get('library.listMaterials', {})).body.materials.map(({ title }) => title)
  expect(titles).toEqual(['支部的', '党委的'])
  expect((await member.get('library.findMaterial', { id: own })).status).toBe(200)
  expect((await member.get('library.findMaterial', { id: foreign })).problem.code).toBe('no-such-material')
  expect((await member.get('library.findFile', { id: own })).problem.code).toBe('no-file')
  const refused = await member.post('library.addMaterial', material({ orgId: below, body: '文' }))
  expect(refused.problem.code).toBe('not-allowed')
})

test('who may add a material may take it back: it is no longer listed, stays readable with who, when and why', async () => {
  const { id } = (await secretary.post('library.addMaterial', material({ title: '旧文', body: '文' }))).body
  const member = await asPerson(world, await records.person(branch))
  const withdraw = (who: Caller, why = '') => who.post('library.withdrawMaterial', { id, why })
  const isListed = async () =>
    (await member.get('library.listMaterials', {})).body.materials.some((one) => one.id === id)
  const other = await world.as('secretary', await records.branch())
  expect((await withdraw(member)).problem.code).toBe('not-allowed')
  expect((await withdraw(other)).problem.code).toBe('not-allowed')
  expect([await isListed(), (await withdraw(secretary, '有新版')).status, await isListed()]).toEqual([
    ...[true, 200, false],
  ])
  expect((await withdraw(secretary)).problem.code).toBe('material-withdrawn')
  const found = (await member.get('library.findMaterial', { id })).body
  expect(found).toMatchObject({
    body: '文',
    withdrawn: { why: '有新版', at: world.now().toISOString(), by: expect.stringMatching(/./) },
  })
  const nowhere = await secretary.post('library.withdrawMaterial', { id: newId<'material'>() })
  expect(nowhere.problem.code).toBe('no-such-material')
  const kinds = world.db.selectFrom('journal_entry').select('kind').where('subject', '=', id).orderBy('rev')
  expect(await kinds.execute()).toEqual([
    ...[{ kind: 'library.addMaterial' }, { kind: 'library.withdrawMaterial' }],
  ])
})
