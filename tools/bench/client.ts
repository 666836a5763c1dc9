import pg from 'pg'

/** The session the product opens, so that statements are planned alike. */
export const SESSION_OPTIONS = '-c timezone=UTC -c plan_cache_mode=force_generic_plan'

/** A connection for as long as some work runs. */
export async function withClient<T>(
  { url, ...config }: pg.ClientConfig & { readonly url: string },
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, ...config })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
