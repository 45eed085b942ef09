import { sql } from 'kysely'
import type { Source } from '../measure/index.ts'

/** Components and facilities of the city. */
export const thingMeasures: Source = {
  name: 'things', label: '部件与设施', from: sql`thing r`, where: sql`r.ended_on is null`, may: 'base.view',
  measures: { things: { label: '部件与设施', words: '登记在册、没有拆除的部件和设施' } }, dimensions: {},
  shown: { kind: 'thing', title: sql`r.name`, note: sql`coalesce(r.address, '')` },
}
