import { type Dispatch, type SetStateAction, useState } from 'react'
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
export const useFields = <T extends Record<string, string>>(
  initial: T,
  problem: Problem | undefined,
): Form<T> => useFieldsIn(useState(initial), problem)

/** The same over a state of its own, such as one that outlives a session. */
export function useFieldsIn<T extends Record<string, string>>(
  [value, setValue]: readonly [T, Dispatch<SetStateAction<T>>],
  problem: Problem | undefined,
): Form<T> {
  const say = useSay()
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
