import type { Output } from '@linli/contract'

export type DeadJob = Output<'system', 'deadJobs'>['rows'][number]
