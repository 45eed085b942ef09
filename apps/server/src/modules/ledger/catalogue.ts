import type { Field, Output } from '@linli/contract'
import { areaAt, dayOf, isAreaPath } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { fieldsFor, knownFor } from '../record/index.ts'
import type { Catalogue } from './condition-rules.ts'
import { fieldItems, lineKinds, madeItems, ownOptions, type Item, type Options } from './item-rules.ts'

/** Everything that may be asked and shown in a place: the dictionary of each kind of record, what the office added, and what follows from them. */
export async function catalogueFor(ctx: Ctx, area: string): Promise<Catalogue> {
  const place = { subdistrict: tenantOf(area), area: isAreaPath(area) ? areaAt(area, 'community') ?? area : area }
  const fields: Field[] = []
  const all: Item[] = []
  for (const kind of lineKinds) {
    const some = await fieldsFor(ctx, kind, place)
    fields.push(...some)
    all.push(...fieldItems(kind, some))
  }
  all.push(...madeItems)
  const made = madeItems.map(({ name, label, part, type, table }) => ({ name, label, part, type: type === 'area' ? 'text' as const : type, ...(table !== undefined && { table }) }))
  const { tables } = await knownFor(ctx, [...fields, ...made], place)
  const options = (item: Item): Options => (ownOptions[item.table ?? ''] ?? [...tables[item.table ?? '']?.entries ?? [], ...(tables[item.table ?? '']?.retired ?? []).map((entry) => ({ ...entry, isRetired: true }))])
  return { items: all, options, today: dayOf(ctx.now) }
}

export async function items(ctx: Ctx): Promise<Output<'ledger', 'items'>> {
  const { items: all, options } = await catalogueFor(ctx, ctx.actor.area)
  return { rows: all.map((item) => ({ name: item.name, label: item.label, part: item.part, type: item.type, bases: [...item.bases], isSensitive: item.isSensitive, tests: [...item.tests], options: item.table === undefined ? null : options(item).map(({ code, label, isRetired }) => ({ code, label: isRetired ? `${label}（已停用）` : label })) })) }
}
