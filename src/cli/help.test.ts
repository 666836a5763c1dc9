import { afterEach, expect, test, vi } from 'vitest'
import { VERSION } from '../server/app.ts'
import { main } from './main.ts'

afterEach(() => vi.restoreAllMocks())

/** What a command line prints, and its exit code. */
async function run(...argv: string[]) {
  const out: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  const exit = await main(argv, { LANG: 'en_GB.UTF-8' })
  return { exit, text: out.join('') }
}

test('every verb explains each of its options, asked either way', async () => {
  const { text } = await run('help', '--json')
  const { verbs }: { verbs: { verb: string; usage: string }[] } = JSON.parse(text)
  expect(verbs.length).toBeGreaterThan(10)
  for (const { verb, usage } of verbs) {
    const asked = await run('help', verb)
    expect(asked).toEqual(await run(verb, '--help'))
    expect(asked.exit).toBe(0)
    const options = new Set([...usage.matchAll(/--[a-z-]+/g)].map(([option]) => option))
    const unexplained = [...options].filter(
      (option) => !new RegExp(`^  ${option} +\\S`, 'm').test(asked.text),
    )
    expect([verb, ...unexplained]).toEqual([verb])
  }
})

test('a verb there is not is refused with a sentence that says what to do', async () => {
  expect(await run('help', 'nonsense')).toEqual({
    exit: 2,
    text: 'There is no command “nonsense”: npx pitlamp help lists them.\n',
  })
})

test('a word or an option too many is refused by every verb, with its usage', async () => {
  const { verbs }: { verbs: { verb: string }[] } = JSON.parse((await run('help', '--json')).text)
  for (const { verb } of verbs)
    for (const [argv, said] of [
      [['one', 'two'], 'is one word too many; usage: pitlamp'],
      [['--nonsense', 'x'], 'Option “--nonsense” cannot be used here; usage: pitlamp'],
    ] as const) {
      const { exit, text } = await run(verb, ...argv)
      expect([verb, exit, text.trim().split('\n').length]).toEqual([verb, 2, 1])
      expect(text).toContain(`${said} ${verb}`)
    }
})

test.each([
  [['verify', '--tiles', 'x', '--vkey', 'k', '--pack', 'y'], '--tiles does not go with --pack.'],
  [['verify', '--pack', 'y', '--data', 'x'], '--data does not go with --pack.'],
  [['verify', '--tiles', 'x', '--vkey', 'k', '--policy', 'p'], '--policy goes with --pack only.'],
  [['verify', '--checkpoints', 'x'], '--checkpoints goes with --tiles only.'],
  [['verify', '--pack', 'y', '--checkpoints', 'x'], '--checkpoints goes with --tiles only.'],
  [['verify', '--vkey', 'nonsense'], 'The key after --vkey is cut short or misspelt'],
  [['verify', '--tiles', 'x', '--vkey', 'nonsense'], 'The key after --vkey is cut short or misspelt'],
  [['verify', '--tiles', 'x'], 'Give the log’s key after --vkey'],
  [['verify', 'extra'], '“extra” is one word too many'],
  [['assess', 'x.xlsx', '--data', 'x'], 'Option “--data” cannot be used here'],
  [['pack', 'x.zip', '--inspection', 'a', '--unit', 'b'], '--unit does not go with --inspection.'],
])('%j: what would not be used is refused before anything is looked at', async (argv, said) => {
  const { exit, text } = await run(...argv)
  expect([exit, text]).toEqual([2, expect.stringContaining(said)])
})

test('--version prints the version the server tells', async () => {
  expect(await run('--version')).toEqual({ exit: 0, text: `${VERSION}\n` })
})
