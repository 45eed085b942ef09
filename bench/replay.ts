import pg from 'pg'

export interface Statement { text: string, values: unknown[] }

/** What the server asks of `pg` while the work runs; not what its jobs ask meanwhile, on connections of their own. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function query(this: pg.Client, ...words: unknown[]) {
    const [first, values] = words
    const text = typeof first === 'string' ? first : (first as Statement | undefined)?.text
    if (text !== undefined && applicationOf(this) === 'linli' && !text.includes('pg_notify')) sent.push({ text, values: (Array.isArray(values) ? values : (first as Statement).values) ?? [] })
    return Reflect.apply(original, this, words) as never
  } as typeof original
  await work().finally(() => { pg.Client.prototype.query = original })
  return sent
}

const applicationOf = (client: pg.Client) => (client as unknown as { connectionParameters: { application_name?: string } }).connectionParameters.application_name

/** The same statements in the same order; rolled back at the end, so that they can be sent again. */
export async function replay(client: pg.Client, sent: Statement[]): Promise<void> {
  for (const { text, values } of sent) await client.query(text === 'commit' ? 'rollback' : text, values)
}
