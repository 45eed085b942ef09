import * as z from 'zod'
import { Nothing, When, page, pageOf, reads, writes } from './kit.ts'

export const DeadJobView = z.object({ id: z.uuid(), queue: z.string(), title: z.string(), failedAt: When, tries: z.number().int(), reason: z.string(), data: z.record(z.string(), z.unknown()) })

export const system = {
  state: reads({ title: '运行状况', may: 'system.manage', input: Nothing, output: z.object({ version: z.string(), since: When, database: z.string(), queues: z.array(z.object({ name: z.string(), title: z.string(), waiting: z.number().int(), running: z.number().int(), dead: z.number().int() })), simulators: z.array(z.string()) }) }),
  deadJobs: reads({ title: '失败的后台任务', may: 'system.manage', input: page({}), output: pageOf(DeadJobView) }),
  redrive: writes({ title: '重做失败的任务', may: 'system.manage', input: z.object({ queue: z.string(), ids: z.array(z.uuid()).min(1).max(100) }), output: z.object({ redriven: z.number().int() }) }),
  discard: writes({ title: '放弃失败的任务', may: 'system.manage', input: z.object({ queue: z.string(), ids: z.array(z.uuid()).min(1).max(100) }), output: z.object({ discarded: z.number().int() }) }),
}
