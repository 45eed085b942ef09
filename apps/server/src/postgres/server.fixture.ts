import { withClient } from './connect.ts'
import { startPostgres } from './index.ts'

/** The server of the stories about dying: starts PostgreSQL, writes row after row, and tells which were committed. */
const folder = process.argv[2] ?? ''
const { owner } = await startPostgres({ folder, log: (line) => console.log(line) })
await withClient(owner, async (client) => {
  await client.query('create table if not exists visit (number integer primary key)')
  const { rows: [last] } = await client.query<{ number: number }>('select coalesce(max(number), 0) as number from visit')
  for (let number = (last?.number ?? 0) + 1; ; number += 1) {
    await client.query('insert into visit values ($1)', [number])
    console.log(`committed ${number}`)
  }
})
