import type { Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { noteEntered, storeOf, type From } from '../record/index.ts'
import { standingOf, stored } from './actions.ts'
import * as queries from './queries.ts'
import type { HousingRow } from './queries.ts'
import * as rules from './rules.ts'

interface Brought { id: string, subdistrict: number, area: string, values: Values, also: { building?: string, door?: rules.Door } }

/** Homes many at once, from whatever brings them. Whose door somebody else entered meanwhile is not among those that were entered. */
export const housingStore = {
  ...storeOf<HousingRow>({
    find: queries.findMany, standingOf, tagsOf: ({ tags }) => tags, nameOf: ({ address }) => address,
    store: async (ctx, row, { values, sources, revision }, also) => queries.update(ctx, row, { ...await stored(ctx, row, values), ...also, sources: JSON.stringify(sources), revision, changed_at: ctx.now, checked_at: ctx.now }),
  }),
  async enter(ctx: Ctx, brought: readonly Brought[], from: From): Promise<string[]> {
    const rows = []
    for (const { id, subdistrict, area, values, also: { building, door } } of brought) {
      const full = { ...door!, floor: rules.floorOf(door!) }
      rows.push({ id, subdistrict, area, ...await stored(ctx, { subdistrict, area }, values), ...rules.addressesIn(building!)(full), ...full, place: rules.placeOf(area, full), sources: JSON.stringify({ '*': [1, from.source] }), created_at: ctx.now, changed_at: ctx.now, checked_at: ctx.now })
    }
    const entered = new Set(await queries.insertNew(ctx, rows))
    await noteEntered(ctx, 'housing', brought.filter(({ id }) => entered.has(id)), from)
    return [...entered]
  },
}
