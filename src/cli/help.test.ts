import { afterEach, expect, test, vi } from 'vitest'
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
