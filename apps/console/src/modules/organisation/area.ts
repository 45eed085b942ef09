import type { Output } from '@linli/contract'
import { areaAt, isAreaPath } from '@linli/standards/area-path'
import type { AreaLevel } from '@linli/standards/area-path'

export type Area = Output<'organisation', 'areas'>['rows'][number]

/** The place of a level that an area lies in; nothing above that level or outside every area. */
export const areaOn = (area: string, level: AreaLevel): string | undefined => isAreaPath(area) ? areaAt(area, level) : undefined
