import { sql } from 'kysely'
import type { Source } from '../measure/index.ts'

/** Buildings of the plan, whether or not more is known of them; a list goes on by a key that is made of its path (UUID version 8). */
export const buildingMeasures: Source = {
  name: 'buildings', label: '楼幢', from: sql`(select area_tenant(path) as subdistrict, path as area, overlay(overlay(md5(path) placing '8' from 13) placing '8' from 17)::uuid as id, name, valid_until from area where kind = 'building') r`, where: sql`true`, isOfToday: true, may: 'base.view',
  measures: { buildings: { label: '楼幢', words: '在用的楼幢，不含已拆除的', when: (day) => sql`(r.valid_until is null or r.valid_until > ${day})` } }, dimensions: {},
  shown: { kind: 'building', title: sql`r.name`, note: sql`(select string_agg(above.name, ' ' order by above.path) from area above where above.path in (select area_line(r.area)) and above.kind in ('community', 'grid'))` },
}
