import type { Field, Value, Values } from '@linli/contract'
import { maskPhone } from '@linli/standards'
import type { Insertable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Enterprise } from '../../kernel/schema.gen.ts'
import { sounds } from '../person/index.ts'
import { laidDown, takenUp } from '../record/index.ts'
import type { EnterpriseRow } from './queries.ts'
import { phonesOf } from './rules.ts'

type Stored = Pick<Insertable<Enterprise>, 'name' | 'pinyin' | 'initials' | 'sort' | 'credit_code' | 'industry' | 'state' | 'attention' | 'place_kinds' | 'phone_masked' | 'phone_indexes' | 'legal_index' | 'facts' | 'sealed'>

/** Values that have a column of their own. */
const columns = { name: 'name', sort: 'sort', creditCode: 'credit_code', industry: 'industry', state: 'state', attention: 'attention' } as const
const kept = { apart: [...Object.keys(columns), 'placeKinds'], sealedAs: 'enterprise.sealed' }

/** How values are stored: what is sensitive sealed, phones findable by a blind index. */
export function rowOf(ctx: Pick<Ctx, 'crypto'>, fields: readonly Field[], values: Values): Stored {
  const phones = phonesOf(values)
  const legal = (values.certificateNumber ?? null) as string | null
  const own = Object.fromEntries(Object.entries(columns).map(([name, column]) => [column, values[name] ?? null])) as Pick<Stored, 'name' | 'sort' | 'credit_code' | 'industry' | 'state' | 'attention'>
  return {
    ...own, ...sounds(own.name, 'normal'), place_kinds: (values.placeKinds ?? []) as string[], phone_masked: phones[0] === undefined ? null : maskPhone(phones[0]),
    phone_indexes: phones.map((phone) => ctx.crypto.index(phone, 'enterprise.phone')), legal_index: legal === null ? null : ctx.crypto.index(legal, 'person.number'), ...laidDown(ctx, fields, values, kept),
  }
}

/** Everything known, in clear: for what is decided on the server, never for an answer. */
export function valuesOf(ctx: Pick<Ctx, 'crypto'>, row: EnterpriseRow): Values {
  const own: Record<string, Value> = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, row[column] ?? null]))
  return { ...own, placeKinds: row.place_kinds.length > 0 ? row.place_kinds : null, ...takenUp(ctx, row, kept.sealedAs) }
}
