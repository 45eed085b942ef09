import type { Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { fieldsFor, noteEntered, storeOf, type From } from '../record/index.ts'
import { standingOf } from './actions.ts'
import * as queries from './queries.ts'
import type { ThingRow } from './queries.ts'
import { rowOf } from './row.ts'

interface Brought { id: string, subdistrict: number, area: string, place: string, housing: string | null, address: string | null, values: Values, also: { point?: { lng: number, lat: number }, owner?: string } }

/** Things many at once, from whatever brings them. Whose component code somebody else entered meanwhile is not among those that were entered. */
export const thingStore = {
  ...storeOf<ThingRow>({
    find: queries.findMany, standingOf, tagsOf: ({ tags }) => tags, nameOf: ({ name }) => name,
    store: async (ctx, row, { values, sources, revision }, also) => queries.update(ctx, row, { ...rowOf(ctx, await fieldsFor(ctx, 'thing', row), values), ...also, sources: JSON.stringify(sources), revision, changed_at: ctx.now, checked_at: ctx.now }),
  }),
  async enter(ctx: Ctx, brought: readonly Brought[], from: From): Promise<string[]> {
    const rows = []
    for (const { values, also: { point, owner }, ...where } of brought) {
      rows.push({ ...where, ...rowOf(ctx, await fieldsFor(ctx, 'thing', where), values), lng: point?.lng ?? null, lat: point?.lat ?? null, owner: owner ?? null, sources: JSON.stringify({ '*': [1, from.source] }), created_at: ctx.now, changed_at: ctx.now, checked_at: ctx.now })
    }
    const entered = new Set(await queries.insertNew(ctx, rows))
    await noteEntered(ctx, 'thing', brought.filter(({ id }) => entered.has(id)), from)
    return [...entered]
  },
}
