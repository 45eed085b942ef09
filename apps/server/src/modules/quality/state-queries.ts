import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { HousingState } from './rules.ts'

export interface PersonRow { id: string, area: string, standing: string, certificate: string | null, number: Buffer | null, phone: Buffer | null, checked_at: Date, changed_at: Date, leaves_on: string | null, living: { area: string, role: string, housing: string | null, lease_until: string | null }[], also_in: string[], homes: string[] }

const person = sql`id, area, standing, certificate, number, phone, checked_at, changed_at, coalesce(facts ->> 'leavesOn', facts ->> 'departsOn') as leaves_on,
  coalesce((select jsonb_agg(jsonb_build_object('area', r.area, 'role', r.role, 'housing', r.housing, 'lease_until', h.facts ->> 'leaseUntil') order by r.area) from residency r left join housing h on h.subdistrict = r.subdistrict and h.id = r.housing
    where r.subdistrict = person.subdistrict and r.person = person.id and r.until is null), '[]') as living,
  array(select distinct elsewhere from twin_side s where s.subdistrict = person.subdistrict and s.area = person.area and s.person = person.id and s.is_open) as also_in,
  array(select distinct housing from residency r where r.subdistrict = person.subdistrict and r.person = person.id and housing is not null) as homes`
export interface After { at: Date, id: string }

export const peopleChanged = async (db: Db, subdistrict: number, { at, id }: After, limit: number): Promise<PersonRow[]> =>
  people(db, subdistrict, (await sql<{ id: string }>`select id from changed_people(${subdistrict}, ${at}, ${id}, ${limit})`.execute(db)).rows.map((one) => one.id))

export const people = async (db: Db, subdistrict: number, ids: readonly string[]): Promise<PersonRow[]> => (await sql<PersonRow>`select ${person} from person where subdistrict = ${subdistrict} and id = any (${ids}::uuid[]) order by changed_at, id`.execute(db)).rows

/** Of whom a pair with a record in another community was found or is gone: nobody changed them. */
export const peopleClaimed = async (db: Db, subdistrict: number, since: Date): Promise<string[]> =>
  (await db.selectFrom('twin_side').select('person').distinct().where('subdistrict', '=', subdistrict).where('changed_at', '>', since).execute()).map(({ person: id }) => id)

/** Whose record has become stale, who meant to leave, and whose lease ended between two days. */
export async function peopleOfDays(db: Db, subdistrict: number, { from, until, staleFrom, staleUntil }: { from: string, until: string, staleFrom: string, staleUntil: string }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from person where subdistrict = ${subdistrict} and standing = 'present' and checked_at >= (${staleFrom}::date)::timestamp at time zone 'Asia/Shanghai' and checked_at < (${staleUntil}::date)::timestamp at time zone 'Asia/Shanghai'
    union select id from person where subdistrict = ${subdistrict} and facts ? 'leavesOn' and facts ->> 'leavesOn' >= ${from} and facts ->> 'leavesOn' < ${until}
    union select id from person where subdistrict = ${subdistrict} and facts ? 'departsOn' and facts ->> 'departsOn' >= ${from} and facts ->> 'departsOn' < ${until}
    union select r.person from housing h join residency r on r.subdistrict = h.subdistrict and r.housing = h.id and r.until is null where h.subdistrict = ${subdistrict} and h.facts ? 'leaseUntil' and h.facts ->> 'leaseUntil' >= ${from} and h.facts ->> 'leaseUntil' < ${until}`.execute(db)
  return rows.map(({ id }) => id)
}

export interface HousingRow extends HousingState { id: string, changedAt: Date }
const unit = sql`id, area, use, state, ended_on is not null as "isEnded", changed_at as "changedAt", (select count(*)::integer from residency r where r.subdistrict = housing.subdistrict and r.housing = housing.id and r.until is null) as people`
export const housingChanged = async (db: Db, subdistrict: number, { at, id }: After, limit: number): Promise<HousingRow[]> =>
  (await sql<HousingRow>`select ${unit} from housing where subdistrict = ${subdistrict} and (changed_at, id) > (${at}::timestamptz, ${id}::uuid) order by changed_at, id limit ${limit}`.execute(db)).rows
export const units = async (db: Db, subdistrict: number, ids: readonly string[]): Promise<HousingRow[]> => (await sql<HousingRow>`select ${unit} from housing where subdistrict = ${subdistrict} and id = any (${ids}::uuid[])`.execute(db)).rows
/** Who lives in units that changed: whether a lease has ended is known of the unit. */
export const peopleIn = async (db: Db, subdistrict: number, homes: readonly string[]): Promise<string[]> =>
  (await db.selectFrom('residency').select('person').distinct().where('subdistrict', '=', subdistrict).where(sql<boolean>`housing = any (${homes}::uuid[])`).where('until', 'is', null).execute()).map(({ person: id }) => id)
