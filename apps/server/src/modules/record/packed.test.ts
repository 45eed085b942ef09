import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { testDatabase, type TestDatabase } from '../../../test/postgres.ts'
import { packedColumns, type Packable, type PackedType } from './packed.ts'

let database: TestDatabase
let client: pg.Client
before(async () => {
  database = await testDatabase({ name: 'packed' })
  client = new pg.Client(database.owner)
  await client.connect()
})
after(async () => {
  await client.end()
  await database.drop()
})

const columns: [PackedType, string, Packable[], unknown[]][] = [
  ['integer', 'integer', [0, -1, null, 2_147_483_647], ['0', '-1', null, '2147483647']],
  ['text', 'text', ['', '王"示\\一', undefined, '{a,b}', "'; 𠮷\n", 'null'], ['', '王"示\\一', null, '{a,b}', "'; 𠮷\n", 'null']],
  ['bytea', 'bytea', [Buffer.from([0, 255, 92]), null, Buffer.alloc(0)], ['\\x00ff5c', null, '\\x']],
  ['uuid', 'uuid', ['01932b3e-7c5a-7abc-8def-0123456789ab', null], ['01932b3e-7c5a-7abc-8def-0123456789ab', null]],
  ['date', 'date', ['2000-01-01', '1900-02-28', null, '2199-12-31'], ['2000-01-01', '1900-02-28', null, '2199-12-31']],
  ['jsonb', 'jsonb', ['{"a": ["王", 1]}', null], ['{"a": ["王", 1]}', null]],
  ['text', 'text', [], []],
]
for (const [type, sqlType, values, expected] of columns) {
  test(`PostgreSQL takes ${values.length} of ${type} as they are`, async () => {
    const { rows } = await client.query<{ value: string | null }>(`select one::text as value from unnest($1::${sqlType}[]) with ordinality as all_of (one, at) order by at`, [packedColumns({ one: type }, values.map((one) => ({ one }))).one])
    assert.deepEqual(rows.map(({ value }) => value), expected)
  })
}

test('a list is said once, however many rows have it', async () => {
  const words = [['a', 'b"c', 'd\\e', ''], [], null, ['a,b'], [], ['a', 'b'], ['']]
  const { one, lists } = packedColumns({ one: 'list', lists: 'lists' }, words.map((list) => ({ one: list })))
  const { rows } = await client.query<{ value: string[] | null, nth: number }>('select one as nth, ($2::text[])[one]::text[] as value from unnest($1::integer[]) with ordinality as all_of (one, at) order by at', [one, lists])
  assert.deepEqual([rows.map(({ value }) => value), rows.map(({ nth }) => nth)], [words, [1, 2, null, 3, 2, 4, 5]])
})
