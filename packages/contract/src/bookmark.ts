import * as z from 'zod'
import { Id, Nothing, Text, reads, writes } from './kit.ts'

/** Lists that can be kept with their filters. */
const List = z.enum(['event', 'sandtable'])
const Bookmark = z.object({ id: Id, name: z.string(), query: z.string() })

export const bookmark = {
  list: reads({ title: '我的常用列表', may: 'signed-in', input: z.object({ list: List }), output: z.object({ rows: z.array(Bookmark) }) }),
  save: writes({ title: '保存常用列表', may: 'signed-in', input: z.object({ list: List, name: Text(20), query: z.string().max(1000) }), output: Bookmark }),
  drop: writes({ title: '删除常用列表', may: 'signed-in', input: z.object({ id: Id }), output: Nothing }),
}
