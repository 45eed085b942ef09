import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Makes the next migration file: npm run db:new -- ledger_person
const folder = join(import.meta.dirname, '../apps/server/migrations')
const name = process.argv[2]
if (!name || !/^[a-z]+(_[a-z]+)+$/.test(name)) throw new Error('name it module_what, for example: npm run db:new -- ledger_person')
const next = String(readdirSync(folder).length + 1).padStart(4, '0')
const path = join(folder, `${next}_${name}.sql`)
writeFileSync(path, '-- What this table is. End with `call guard(…)`, or `call share(…)` for small shared tables.\n', { flag: 'wx' })
console.log(path)
