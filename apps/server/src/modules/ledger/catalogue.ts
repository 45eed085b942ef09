import type { Field, Input, Output } from '@linli/contract'
import { areaAt, dayOf, isAreaPath } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { bookFor } from '../logbook/index.ts'
import { fieldsFor, knownFor } from '../record/index.ts'
import type { Catalogue } from './condition-rules.ts'
import { entryItems, fieldItems, foundItems, isFound, lineKinds, madeItems, ownOptions, type Item, type Options } from './item-rules.ts'
import type { Book } from './list-queries.ts'

/** Everything that may be asked and shown in a place: the dictionary of each kind of record, what the office added, the columns of a logbook, and what follows from them. */
export async function catalogueFor(ctx: Ctx, area: string, logbook: string | null): Promise<Catalogue & { book: Book | null }> {
  const place = { subdistrict: tenantOf(area), area: isAreaPath(area) ? areaAt(area, 'community') ?? area : area }
  const fields: Field[] = []
  const all: Item[] = []
  for (const kind of lineKinds) {
    const some = await fieldsFor(ctx, kind, place)
    fields.push(...some)
    all.push(...fieldItems(kind, some))
  }
  const book = logbook === null ? null : await bookFor(ctx, logbook)
  if (book) {
    fields.push(...book.columns)
    all.push(...entryItems(book.columns))
  }
  all.push(...madeItems, ...foundItems)
  const made = madeItems.map(({ name, label, part, type, table }) => ({ name, label, part, type: type === 'area' ? 'text' as const : type, ...(table !== undefined && { table }) }))
  const { tables } = await knownFor(ctx, [...fields, ...made], place)
  const options = (item: Item): Options => (ownOptions[item.table ?? ''] ?? [...tables[item.table ?? '']?.entries ?? [], ...(tables[item.table ?? '']?.retired ?? []).map((entry) => ({ ...entry, isRetired: true }))])
  return { items: all, options, today: dayOf(ctx.now), book: book && { id: book.id, root: book.root, isRoot: book.isRoot } }
}

export async function items(ctx: Ctx, { logbook }: Input<'ledger', 'items'>): Promise<Output<'ledger', 'items'>> {
  const { items: all, options } = await catalogueFor(ctx, ctx.actor.area, logbook ?? null)
  return { rows: all.filter((item) => !isFound(item)).map((item) => ({ name: item.name, label: item.label, part: item.part, type: item.type, bases: [...item.bases], isSensitive: item.isSensitive, tests: [...item.tests], options: item.table === undefined ? null : options(item).map(({ code, label, isRetired }) => ({ code, label: isRetired ? `${label}（已停用）` : label })) })) }
}
