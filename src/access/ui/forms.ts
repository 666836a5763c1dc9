import { useState } from 'react'
import type { Problem } from '../../kit/contract.ts'
import { useSay } from '../../kit/web/say.ts'
import { useWrongs, type Wrong } from '../../kit/web/ui/Field.tsx'
import { ui } from '../../kit/web/words.ts'

type Form<T> = {
  readonly value: T
  readonly set: (change: Partial<T>) => void
  /** Fields left empty at the last try, and those the server named. */
  readonly wrongs: readonly Wrong[]
  /** Whether everything is filled in; marks what is not. */
  readonly check: () => boolean
}

/** The fields of a short form, none of which may stay empty. */
export function useFields<T extends Record<string, string>>(
  initial: T,
  problem: Problem | undefined,
): Form<T> {
  const say = useSay()
  const [value, setValue] = useState(initial)
  const [missing, setMissing] = useState<readonly string[]>([])
  const told = useWrongs(problem)
  return {
    value,
    set: (change) => setValue((old) => ({ ...old, ...change })),
    wrongs: missing.length > 0 ? missing.map((path) => ({ path, says: say(ui.required) })) : told,
    check: () => {
      const empty = Object.keys(value).filter((name) => value[name]?.trim() === '')
      setMissing(empty)
      return empty.length === 0
    },
  }
}
