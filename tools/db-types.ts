import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../apps/server/src/postgres/index.ts'
import { migrate } from '../apps/server/src/start/migrate.ts'

// Writes the row types of the migrated database; `--check` only says whether they are up to date.
const target = join(import.meta.dirname, '../apps/server/src/kernel/schema.gen.ts')
const folder = mkdtempSync(join(tmpdir(), 'linli-types-'))
const postgres = await startPostgres({ folder, log: () => undefined })
try {
  await migrate(postgres.owner)
  const { host, port, user, password, database } = postgres.owner
  const address = `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port ?? 5432}/${database}`
  const fresh = join(folder, 'schema.ts')
  execFileSync(process.execPath, [join(import.meta.dirname, '../node_modules/kysely-codegen/dist/cli/bin.js'), '--dialect', 'postgres', '--url', address, '--out-file', fresh,
    '--default-schema', 'public', '--include-pattern', 'public.*', '--exclude-pattern', 'public.journal_2*', '--numeric-parser', 'number', '--date-parser', 'string', '--log-level', 'error'], { stdio: 'inherit' })
  const types = readFileSync(fresh, 'utf8')
  if (!process.argv.includes('--check')) writeFileSync(target, types)
  else if (types !== readFileSync(target, 'utf8')) throw new Error('apps/server/src/kernel/schema.gen.ts is not what the migrations make: run npm run db:types')
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
