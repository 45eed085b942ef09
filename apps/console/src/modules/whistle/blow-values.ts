import type { Asked } from '@linli/contract'
import type { Where } from '../event/report-values.ts'

type Blow = Asked<'whistle', 'blow'>

export interface BlowValues extends Pick<Blow, 'title' | 'kind' | 'urgency' | 'requirement' | 'lead' | 'place'> { others?: string[], where?: Where, arriveBy?: string }

/** What the server is told. An event says the place by itself. */
export const blowOf = ({ others = [], where, arriveBy, ...rest }: BlowValues, event: string | undefined): Blow => ({
  ...rest,
  units: [rest.lead, ...others],
  ...(arriveBy ? { arriveBy } : {}),
  ...(event ? { event } : where?.point ? { point: where.point } : { area: where?.area }),
})

/** Where the form holds what the server calls otherwise. */
export const blowPaths = { units: 'others', point: 'where', area: 'where' }
