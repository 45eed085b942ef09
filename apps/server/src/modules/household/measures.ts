import { sql } from 'kysely'
import type { Source } from '../measure/index.ts'

/** Households that live together. */
export const householdMeasures: Source = {
  name: 'households', label: '户', from: sql`household r`, where: sql`r.ended_on is null`, isPersonal: true, may: 'base.view',
  measures: { households: { label: '户', words: '登记在册的户' } }, dimensions: {},
  shown: { kind: 'household', title: sql`coalesce(r.no, '未登记户号')`, note: sql`coalesce(r.address, '')` },
}
