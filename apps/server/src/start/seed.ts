import { role, rolePermissions, roleSide, type Role } from '@linli/contract'
import { codeTables } from '@linli/standards'
import { Client } from 'pg'
import type { ConnectionSettings } from '../kernel/db.ts'
import { defaultRules, defaultStepLimits, directory } from '../modules/matter/directory/index.ts'

/**
 * Puts in, as the database's owner, what every installation starts with: roles, the code tables of the standards, the directory of matters and the
 * limits that hold until an office says otherwise. What is there already stays as it is, so that it may run at every start and brings what a
 * new version added.
 */
export async function seedStandards(owner: ConnectionSettings): Promise<void> {
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query('begin')
    for (const [text, rows] of seeds()) await client.query(text, [JSON.stringify(rows)])
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** Each statement with the rows it reads; areas '/' and sub-district 0 are everybody's. */
const seeds = (): [string, object[]][] => [
  [`insert into role (code, name, side, permissions, built_in)
    select code, name, side, permissions, true from jsonb_to_recordset($1) as (code text, name text, side text, permissions text[]) on conflict do nothing`,
  (Object.keys(role) as Role[]).map((code) => ({ code, name: role[code], side: roleSide[code], permissions: rolePermissions[code] }))],
  [`insert into code_entry ("table", area, code, label, parent, sort)
    select "table", '/', code, label, parent, sort from jsonb_to_recordset($1) as ("table" text, code text, label text, parent text, sort integer) on conflict do nothing`,
  Object.values(codeTables).flatMap((table) => table.entries.map(({ code, label, parent }, sort) => ({ table: table.name, code, label, parent, sort })))],
  [`insert into matter (area, code, name, parent, standard, mapped, words, is_leaf, is_confidential)
    select '/', code, name, parent, standard, mapped, words, "isLeaf", "isConfidential"
    from jsonb_to_recordset($1) as (code text, name text, parent text, standard text, mapped jsonb, words text[], "isLeaf" boolean, "isConfidential" boolean) on conflict do nothing`,
  [...directory]],
  [`insert into matter_rule (subdistrict, area, matter, valid_from, limit_amount, limit_unit, by_community)
    select 0, '/', matter, '2020-01-01 00:00+08', amount, unit, "byCommunity" from jsonb_to_recordset($1) as (matter text, amount integer, unit text, "byCommunity" boolean) on conflict do nothing`,
  [...defaultRules]],
  [`insert into step_limit (subdistrict, area, status, limit_amount, limit_unit)
    select 0, '/', status, amount, unit from jsonb_to_recordset($1) as (status text, amount integer, unit text) on conflict do nothing`,
  [...defaultStepLimits]],
]
