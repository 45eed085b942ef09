import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import { commitMapping, undoMapping } from './commit.ts'
import * as queries from './queries.ts'
import { readFile, type Task } from './read.ts'
import { undoDays } from './subject.ts'

const works: Record<string, (tools: JobTools, task: Task) => Promise<void>> = { reading: readFile, committing: commitMapping, undoing: undoMapping }

/** What was cut off goes on; whoever comes second finds nothing to do. */
async function goOn(tools: JobTools): Promise<void> {
  for (const { id, area, run, status } of await tools.read('/', queries.listAtWork)) await works[status]!(tools, { id, area, run })
}

export const jobs: Record<string, JobDefinition> = {
  'mapping.read': { title: '读取底图数据', run: readFile },
  'mapping.commit': { title: '导入底图数据', run: commitMapping },
  'mapping.undo': { title: '撤销底图数据导入', run: undoMapping },
  'mapping.resume': { title: '继续中断的底图数据导入', atStart: true, run: goOn },
  'mapping.sweep': { title: '清理不再需要的底图文件', every: '50 3 * * *', run: async ({ around, now }) => void await around.database.own('select mapping_sweep($1)', [new Date(now.getTime() - undoDays * 86_400_000)]) },
}
