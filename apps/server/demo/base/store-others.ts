import { enterpriseFields, thingFields } from '@linli/contract'
import type { Crypto } from '../../src/kernel/crypto.ts'
import { rowOf as enterpriseRow } from '../../src/modules/enterprise/index.ts'
import { rowOf as thingRow } from '../../src/modules/thing/index.ts'
import type { Cell } from '../copy.ts'
import { idAt } from '../id.ts'
import type { People } from '../people/account.ts'
import { randomOf } from '../random.ts'
import { subdistrict } from '../town/profile.ts'
import type { Business } from './enterprise.ts'
import type { Base } from './index.ts'
import type { Thing } from './thing.ts'
import { tags, type Claim, type Relation } from './tie.ts'

export interface Around { seed: string, crypto: Crypto, now: Date, accounts: People }
export type Copy = (table: string, columns: readonly string[], rows: Iterable<readonly Cell[]>) => Promise<void>

export const fromDemo = JSON.stringify({ '*': [1, 'demo'] })

/** Tables that are filled beside units and people, with indexes of their own. */
export const otherTables = ['enterprise', 'relation', 'thing', 'claim']

/** Writes enterprises, things, relations, tags and what waits to be decided, as the product itself would have stored them. */
export async function storeOthers(copy: Copy, { businesses, things, ties }: Pick<Base, 'businesses' | 'things' | 'ties'>, { seed, crypto, now }: Around): Promise<void> {
  await copy('enterprise', enterpriseColumns, enterpriseRows(businesses, crypto))
  await copy('thing', thingColumns, thingRows(things, crypto))
  await copy('relation', relationColumns, relationRows(seed, ties.relations, now))
  await copy('claim', claimColumns, claimRows(ties.claims, crypto))
  await copy('tag', ['area', 'name', 'note', 'created_at'], tags.map(({ name, note }) => [subdistrict.path, name, note, new Date(now.getTime() - 300 * 86_400_000)]))
}

const textArray = (list: readonly string[]) => `{${list.join(',')}}`
const known = ['created_at', 'changed_at', 'checked_at']

const enterpriseColumns = ['id', 'area', 'place', 'housing', 'address', 'name', 'pinyin', 'initials', 'sort', 'credit_code', 'industry', 'state', 'attention', 'place_kinds', 'phone_masked', 'phone_indexes', 'tags', 'facts', 'sealed', 'sources', ...known]

function* enterpriseRows(businesses: readonly Business[], crypto: Crypto): Generator<Cell[]> {
  for (const { id, house, values, tags: own, createdAt, checkedAt } of businesses) {
    const row = enterpriseRow({ crypto }, enterpriseFields, values)
    yield [id, house.area, house.place, house.id, house.address, row.name, row.pinyin, row.initials, row.sort ?? null, row.credit_code ?? null, row.industry ?? null, row.state ?? null, row.attention ?? null, textArray(row.place_kinds as string[]), row.phone_masked ?? null,
      `{${(row.phone_indexes as Buffer[]).map((index) => `"\\\\x${index.toString('hex')}"`).join(',')}}`, textArray(own), row.facts as string, row.sealed ?? null, fromDemo, createdAt, createdAt, checkedAt]
  }
}

const thingColumns = ['id', 'area', 'place', 'address', 'lng', 'lat', 'name', 'kind', 'code', 'state', 'facts', 'sealed', 'sources', ...known]

function* thingRows(things: readonly Thing[], crypto: Crypto): Generator<Cell[]> {
  for (const { id, area, address, lng, lat, values, createdAt } of things) {
    const row = thingRow({ crypto }, thingFields, values)
    yield [id, area, area, address, lng, lat, row.name, row.kind, row.code ?? null, row.state ?? null, row.facts, row.sealed ?? null, fromDemo, createdAt, createdAt, createdAt]
  }
}

const relationColumns = ['id', 'area', 'kind', 'person', 'enterprise', 'housing', 'building', 'since', 'created_at']

function* relationRows(seed: string, relations: readonly Relation[], now: Date): Generator<Cell[]> {
  const random = randomOf(`${seed} relations`)
  for (const { kind, person, enterprise, housing, building, area, since } of relations) {
    const at = new Date(Math.min(Math.max(Date.parse(since), now.getTime() - 700 * 86_400_000), now.getTime()))
    yield [idAt(random, at.getTime()), area, kind, person.id, enterprise?.id ?? null, housing?.id ?? null, building ?? null, since, at]
  }
}

const claimColumns = ['id', 'record', 'area', 'kind', 'field', 'value', 'sealed', 'source', 'by', 'by_name', 'at']

function* claimRows(claims: readonly Claim[], crypto: Crypto): Generator<Cell[]> {
  for (const { id, person, field, value, source, by, at } of claims) {
    const said = JSON.stringify(value)
    const isSealed = field === 'phone'
    yield [id, person.id, person.home.house!.area, 'person', field, isSealed ? null : said, isSealed ? crypto.encrypt(said, 'claim.sealed') : null, source, by.id, by.name, at]
  }
}
