import type { JobDefinition } from '../../kernel/module.ts'
import { openMonths } from '../../kernel/journal.ts'
import { sealJournal } from './seal-job.ts'

export const seal: JobDefinition = { title: '封存审计记录', every: '* * * * *', atStart: true, run: sealJournal }

/** Months behind remain: the journal is kept. */
export const months: JobDefinition = { title: '准备审计记录今后几个月的存放处', every: '20 3 * * *', run: ({ around, now }) => openMonths(around.database, now) }
