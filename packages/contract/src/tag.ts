import * as z from 'zod'
import { AreaPath, Day, Id, choice, reads, writes } from './kit.ts'
import { recordKind } from './words/index.ts'

export const TagView = z.object({ name: z.string(), note: z.string(), area: AreaPath, areaName: z.string(), endedOn: Day.nullable() })
const Name = z.string().trim().min(2, '标签至少两个字').max(20)

export const tag = {
  /** Those that may be used in an area. */
  list: reads({ title: '可用标签', may: 'base.view', input: z.object({ area: AreaPath }), output: z.object({ rows: z.array(TagView) }) }),
  all: reads({ title: '标签管理', may: 'base.manage', input: z.object({ area: AreaPath }), output: z.object({ rows: z.array(TagView) }) }),
  add: writes({ title: '新增标签', may: 'base.manage', input: z.object({ area: AreaPath, name: Name, note: z.string().trim().max(100).default('') }), output: TagView }),
  retire: writes({ title: '停用或恢复标签', may: 'base.manage', input: z.object({ area: AreaPath, name: Name, isEnded: z.boolean() }), output: TagView }),
  /** All tags of a record, as a whole. */
  put: writes({ title: '给记录打标签', may: 'base.edit', input: z.object({ kind: choice(recordKind), id: Id, tags: z.array(Name).max(20) }), output: z.object({ tags: z.array(z.string()) }) }),
}
