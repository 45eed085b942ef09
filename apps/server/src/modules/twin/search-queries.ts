import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { Likeness } from './rules.ts'

export interface Probe extends Likeness { id: string, initials: string }
export interface Stored extends Probe { area: string, changedAt: Date }

/**
 * Who shares a birthday, a phone or a home with one of these and has a name that begins alike: by three indexes, never all with all. What follows from
 * what they share is for the rules. The person asking finds whom they may see.
 */
export async function listNear(db: Db, subdistrict: number, probes: readonly Probe[]): Promise<{ probe: string, id: string }[]> {
  const homes = probes.flatMap(({ id, homes: own }) => own.map((home) => [id, home] as const))
  const { rows } = await sql<{ probe: string, id: string }>`
    with probe as (select * from unnest(${probes.map(({ id }) => id)}::uuid[], ${probes.map(({ initials }) => initials.slice(0, 1))}::text[], ${probes.map(({ phone }) => phone && `\\x${phone}`)}::text[]::bytea[], ${probes.map(({ birth }) => birth)}::date[]) as p (key, letter, phone, birth)),
      home as (select key, letter, housing from unnest(${homes.map(([id]) => id)}::uuid[], ${homes.map(([, home]) => home)}::uuid[]) as h (key, housing) join probe using (key))
    select key as probe, id from probe join person on subdistrict = ${subdistrict} and person.birth = probe.birth and left(initials, 1) = letter and merged_into is null and id <> key
    union select key, id from probe join person on subdistrict = ${subdistrict} and phone_index = probe.phone and left(initials, 1) = letter and merged_into is null and id <> key
    union select key, person.id from home join residency on residency.subdistrict = ${subdistrict} and residency.housing = home.housing and until is null
      join person on person.subdistrict = ${subdistrict} and person.id = residency.person and left(initials, 1) = letter and merged_into is null and person.id <> key`.execute(db)
  return rows
}

interface Row { id: string, name: string, pinyin: string, initials: string, certificate: string | null, number: string | null, sex: string | null, birth: string | null, phone: string | null, homes: string[], area: string, changed_at: Date }
const columns = sql`id, name, pinyin, initials, certificate, encode(number_index, 'hex') as number, sex, birth, encode(phone_index, 'hex') as phone, area, changed_at,
  array(select housing from residency where residency.subdistrict = person.subdistrict and residency.person = person.id and until is null and housing is not null) as homes`
const stored = ({ changed_at: changedAt, ...row }: Row): Stored => ({ ...row, changedAt })

export async function listLikeness(db: Db, subdistrict: number, ids: readonly string[]): Promise<Stored[]> {
  return (await sql<Row>`select ${columns} from person where subdistrict = ${subdistrict} and id = any (${ids}::uuid[])`.execute(db)).rows.map(stored)
}

/** The next that were changed after this, the first changed first; those that were merged too, to forget their pairs. */
export async function listChanged(db: Db, subdistrict: number, { at, id }: { at: Date, id: string }, limit: number): Promise<(Stored & { isMerged: boolean })[]> {
  const changed = (await sql<{ id: string }>`select id from changed_people(${subdistrict}, ${at}, ${id}, ${limit})`.execute(db)).rows.map((one) => one.id)
  const { rows } = await sql<Row & { isMerged: boolean }>`select ${columns}, merged_into is not null as "isMerged" from person where subdistrict = ${subdistrict} and id = any (${changed}::uuid[]) order by changed_at, id`.execute(db)
  return rows.map((row) => ({ ...stored(row), isMerged: row.isMerged }))
}

export const listSubdistricts = async (db: Db): Promise<string[]> => (await db.selectFrom('area').select('path').where('kind', '=', 'subdistrict').execute()).map(({ path }) => path)

export const markOf = async (db: Db, subdistrict: number): Promise<Date | undefined> => (await db.selectFrom('twin_mark').select('until').where('subdistrict', '=', subdistrict).executeTakeFirst())?.until
export const setMark = (db: Db, row: { subdistrict: number, area: string, until: Date }) => db.insertInto('twin_mark').values(row).onConflict((conflict) => conflict.column('subdistrict').doUpdateSet({ until: row.until })).execute()
