import assert from 'node:assert/strict'
import type { City } from './city.ts'

/** A row that was written, as far as it says where it lies and whom it is with. */
export interface Written { tx: string, name: string, row: { id?: string, area?: string, side?: string, unit?: string, units?: string[], assists?: string[], reported_by?: string, uploaded_by?: string, subject?: string } }

const told = ['id', 'area', 'side', 'unit', 'units', 'assists', 'reported_by', 'uploaded_by', 'subject']

/**
 * Writes down every row that is written to any table but the journal itself, sessions (which note when they were last used), positions that are shared
 * (of which no track may be kept: docs/decisions/0175) and the answers that are kept for repeated submissions: by triggers, so that also what is changed once more later, or removed, has been seen.
 */
export async function watchWrites({ owner }: City): Promise<{ drain(): Promise<Written[]> }> {
  await owner.query(`
    create table watched (no bigint generated always as identity, tx xid8 not null, name text not null, "row" jsonb not null);
    create function watch() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into watched (tx, name, "row") select pg_current_xact_id(), tg_table_name, coalesce((select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(coalesce(new, old))) where key in (${told.map((one) => `'${one}'`).join(', ')})), '{}');
      return null;
    end $$;`)
  const { rows } = await owner.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname !~ '^(journal|migration|session|presence|answered|watched)'`)
  assert.ok(rows.length > 25)
  for (const { name } of rows) await owner.query(`create trigger watch after insert or update or delete on "${name}" for each row execute function watch()`)
  return { drain: async () => (await owner.query<Written>('with gone as (delete from watched returning *) select tx::text, name, "row" from gone order by no')).rows }
}

/** Every row was written in a transaction that the journal tells of. */
export async function assertTold({ owner }: City, written: Written[]): Promise<void> {
  const { rows } = await owner.query<{ tx: string }>('select distinct tx::text from journal where tx::text = any ($1)', [[...new Set(written.map(({ tx }) => tx))]])
  const journaled = new Set(rows.map(({ tx }) => tx))
  assert.deepEqual([...new Set(written.filter(({ tx }) => !journaled.has(tx)).map(({ name }) => name))], [], 'changed without a trace')
}

/** Refusals that are stories to keep: the count of wrong tries. */
const counted = ['identity.sign-in-failed', 'identity.locked', 'identity.code-refused', 'identity.password-refused']

/** What was refused has changed nothing: what is written is told of, and the journal tells nothing of these requests. */
export async function assertUntouched({ owner }: City, refused: string[]): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select distinct name from journal where request = any ($1)', [refused])
  assert.deepEqual(rows.map(({ name }) => name).filter((name) => !counted.includes(name)), [], 'done though it was refused')
}

/** What staff wrote lies in an area of theirs. */
export async function assertAtHome({ owner }: City, written: Written[], areasOf: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const { rows } = await owner.query<{ tx: string, actor: string }>('select distinct tx::text, actor::text from journal where tx::text = any ($1) and actor is not null', [[...new Set(written.map(({ tx }) => tx))]])
  const actors = new Map(rows.map(({ tx, actor }) => [tx, actor]))
  const strayed = written.filter(({ tx, row }) => {
    const areas = areasOf.get(actors.get(tx) ?? '')
    return areas !== undefined && row.area !== undefined && !areas.some((area) => row.area!.startsWith(area))
  })
  assert.deepEqual(strayed.map(({ name, row }) => `${name} in ${row.area}`), [], 'written into another area')
}
