import * as z from 'zod'
import { AreaPath, Id, Text, When, choice, reads, writes } from './kit.ts'
import { documentSort } from './words/index.ts'

const of = { person: Id.optional(), household: Id.optional(), housing: Id.optional(), enterprise: Id.optional(), thing: Id.optional(), building: AreaPath.optional() }
const isOne = (ends: Record<string, unknown>) => ['person', 'household', 'housing', 'enterprise', 'thing', 'building'].filter((name) => ends[name] !== undefined).length === 1

/** Which record a document is kept with. */
export const DocumentOf = z.object(of).refine(isOne, '请选择一份档案')
/** What is sent along with a file. */
export const DocumentSent = z.object({ ...of, sort: choice(documentSort), name: Text(80) }).refine(isOne, '请选择一份档案')
export const DocumentView = z.object({ id: Id, sort: choice(documentSort), name: z.string(), type: z.enum(['image/jpeg', 'application/pdf']), bytes: z.number().int(), isSensitive: z.boolean(), at: When, by: z.string(), mayOpen: z.boolean(), mayRemove: z.boolean() })

export const document = {
  /** The newest first. They go up and are opened as files: `/api/document/upload`, `/api/document/file`. */
  list: reads({ title: '档案的附件材料', may: 'base.view', sensitive: true, input: DocumentOf, output: z.object({ rows: z.array(DocumentView) }) }),
  /** The file is gone; that it was there, and who removed it and why, stays. */
  remove: writes({ title: '删除附件材料', may: 'base.edit', input: z.object({ id: Id, reason: Text(100) }), output: z.object({ id: Id }) }),
}
