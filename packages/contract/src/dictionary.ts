import * as z from 'zod'
import { Day, Nothing, Text, reads, writes } from './kit.ts'

export const CodeTableView = z.object({ name: z.string(), title: z.string(), standard: z.string(), /** Compared with the text of the standard. */ isVerified: z.boolean(), count: z.number().int() })
export const CodeEntryView = z.object({ code: z.string(), label: z.string(), parent: z.string().nullable(), from: Day, until: Day.nullable(), isOwn: z.boolean(), isRetired: z.boolean() })
const EntryInput = { table: z.string(), code: z.string().regex(/^[0-9A-Za-z_-]{1,20}$/, '代码为 1–20 位字母或数字') }

export const dictionary = {
  tables: reads({ title: '代码表', may: 'signed-in', input: Nothing, output: z.object({ rows: z.array(CodeTableView) }) }),
  entries: reads({ title: '代码表内容', may: 'signed-in', input: z.object({ table: z.string(), withRetired: z.boolean().default(false) }), output: z.object({ rows: z.array(CodeEntryView) }) }),
  addEntry: writes({ title: '新增代码', may: 'dictionary.manage', input: z.object({ ...EntryInput, label: Text(40), parent: z.string().nullable() }), output: CodeEntryView }),
  changeEntry: writes({ title: '修改代码名称', may: 'dictionary.manage', input: z.object({ ...EntryInput, label: Text(40) }), output: CodeEntryView }),
  /** Without a day it is in use again. */
  retireEntry: writes({ title: '停用或恢复代码', may: 'dictionary.manage', input: z.object({ ...EntryInput, until: Day.nullable() }), output: CodeEntryView }),
}
