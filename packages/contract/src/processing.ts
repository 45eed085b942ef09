import * as z from 'zod'
import { Nothing, Text, When, choice, reads, writes } from './kit.ts'
import { legalGround, processingKind } from './words/index.ts'

const Item = z.string().regex(/^[a-z]+[.][a-zA-Z0-9_]{1,40}$/, '没有这一项')

/** What may be said of an item; `keepMonths` null is kept as long as the record it belongs to is an archive. */
const Said = z.object({
  purpose: Text(200), ground: choice(legalGround), basis: Text(300), keepMonths: z.number().int().min(1).max(1200).nullable(), keepWhy: Text(200),
  isSensitive: z.boolean(), viewers: Text(200), sharedWith: Text(200),
})

/** One line of the register (PIPL art. 13, 17, 19, 55): `version` 0 is as it shipped. */
export const ProcessingView = Said.extend({
  item: Item, kind: choice(processingKind), part: z.string(), label: z.string(), keepFrom: z.string(), isOwn: z.boolean(),
  version: z.number().int(), reason: z.string().nullable(), changedBy: z.string().nullable(), changedAt: When.nullable(),
})

export const processing = {
  list: reads({ title: '个人信息处理登记', may: 'processing.view', input: Nothing, output: z.object({ office: z.string(), rows: z.array(ProcessingView) }) }),
  history: reads({ title: '个人信息处理登记的历次修改', may: 'processing.view', input: z.object({ item: Item }), output: z.object({ rows: z.array(ProcessingView) }) }),
  change: writes({ title: '修改个人信息处理登记', may: 'processing.manage', input: Said.extend({ item: Item, version: z.number().int().min(0), reason: Text(200) }), output: ProcessingView }),
  export: reads({ title: '导出个人信息处理登记', may: 'processing.view', input: Nothing, output: z.object({ fileName: z.string(), xlsx: z.string(), rows: z.number().int() }) }),
}
