import * as z from 'zod'
import { AreaPath, Id, Nothing, When, page, pageOf, reads } from './kit.ts'

export const JournalView = z.object({
  /** `area` is empty where it belongs to no place. */
  id: Id, at: When, name: z.string(), title: z.string(), area: z.string(), subjectKind: z.string(), subject: z.string(),
  actor: z.string().nullable(), actorName: z.string(), actorPost: z.string().nullable(), address: z.string().nullable(), request: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})

const filters = { from: When.optional(), until: When.optional(), actor: z.string().max(40).optional(), name: z.string().max(60).optional(), subject: z.string().max(60).optional(), area: AreaPath.optional() }

export const audit = {
  list: reads({ title: '审计记录', may: 'audit.view', sensitive: true, input: page(filters), output: pageOf(JournalView) }),
  /** What one did oneself. */
  mine: reads({ title: '我的操作记录', may: 'signed-in', input: page({ from: filters.from, until: filters.until }), output: pageOf(JournalView) }),
  /** Up to 10,000 rows as CSV; the export itself is journaled. */
  export: reads({ title: '导出审计记录', may: 'audit.view', sensitive: true, perMinute: 5, input: z.object(filters), output: z.object({ fileName: z.string(), csv: z.string(), rows: z.number().int(), isCut: z.boolean() }) }),
  names: reads({ title: '可查的动作', may: 'audit.view', input: Nothing, output: z.object({ rows: z.array(z.object({ name: z.string(), title: z.string() })) }) }),
  seals: reads({ title: '封存情况', may: 'audit.view', input: Nothing, output: z.object({ rows: z.array(z.object({ subdistrict: z.number().int(), name: z.string(), batches: z.number().int(), sealed: z.number().int(), lastAt: When.nullable() })) }) }),
}
