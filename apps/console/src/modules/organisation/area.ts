import type { Output } from '@linli/contract'
import { areaAt, isAreaPath } from '@linli/standards/area-path'
import type { AreaLevel } from '@linli/standards/area-path'

export type Area = Output<'organisation', 'areas'>['rows'][number]

/** What the first administrators work in: no area of its own, but provinces are entered under it. */
export const everywhere: Area = { path: '/', name: '全部辖区', kind: 'province', centre: null, class: null, heldClass: null, from: '', until: null, hasChildren: true }

/** The place of a level that an area lies in; nothing above that level or outside every area. */
export const areaOn = (area: string, level: AreaLevel): string | undefined => isAreaPath(area) ? areaAt(area, level) : undefined
