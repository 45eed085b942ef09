import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import { commitBatch } from './commit.ts'
import * as queries from './queries.ts'
import { readFile, type Task } from './read.ts'
import { keepDays, undoDays } from './subject.ts'
import { undoBatch } from './undo.ts'

const dayMs = 86_400_000

const works: Record<string, (tools: JobTools, task: Task) => Promise<void>> = { reading: readFile, committing: commitBatch, undoing: undoBatch }

/** What was cut off goes on: a batch tells how far it has come, and whoever comes second finds nothing to do. */
async function goOn(tools: JobTools): Promise<void> {
  for (const { id, area, run, status } of await tools.read('/', queries.listAtWork)) await works[status]!(tools, { id, area, run })
}

export const jobs: Record<string, JobDefinition> = {
  'intake.read': { title: '读取导入文件', run: readFile },
  'intake.commit': { title: '导入登记表', run: commitBatch },
  'intake.undo': { title: '撤销导入', run: undoBatch },
  'intake.resume': { title: '继续中断的导入', atStart: true, run: goOn },
  'intake.sweep': { title: '清理不再需要的导入文件', every: '40 3 * * *', run: async ({ around, now }) => void await around.database.own('select intake_sweep($1, $2)', [new Date(now.getTime() - keepDays * dayMs), new Date(now.getTime() - (undoDays + 1) * dayMs)]) },
}
