import pg from 'pg'

/** A statement as it went to the database: prepared under its name, or plain. */
export type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }

const isStatement = (asked: unknown): asked is Statement =>
  typeof asked === 'object' && asked !== null && 'text' in asked && 'values' in asked

/** Everything this process asks of databases while some work runs, in its order. One work at a time. */
export async function recordStatements<T>(
  work: () => Promise<T>,
): Promise<{ answer: T; statements: Statement[] }> {
  const statements: Statement[] = []
  const query: unknown = Reflect.get(pg.Client.prototype, 'query')
  if (typeof query !== 'function') throw new Error('no query to listen to')
  const listening = function (this: pg.Client, ...args: unknown[]): unknown {
    const [asked] = args
    if (isStatement(asked)) statements.push({ ...asked, values: [...asked.values] })
    return Reflect.apply(query, this, args)
  }
  Reflect.set(pg.Client.prototype, 'query', listening)
  try {
    return { answer: await work(), statements }
  } finally {
    Reflect.set(pg.Client.prototype, 'query', query)
  }
}
