import { storeOf } from '../record/index.ts'
import { standingOf, stored } from './actions.ts'
import * as queries from './queries.ts'
import type { HouseholdRow } from './queries.ts'

/** Households many at once, from whatever says something of them; they are formed one by one, of people who live together. */
export const householdStore = storeOf<HouseholdRow>({
  find: queries.findMany, standingOf, tagsOf: ({ tags }) => tags, nameOf: ({ address, no }) => address ?? no ?? '',
  store: async (ctx, row, { values, sources, revision }, also) => queries.update(ctx, row, { ...await stored(ctx, row, values), ...also, sources: JSON.stringify(sources), revision, changed_at: ctx.now, checked_at: ctx.now }),
})
