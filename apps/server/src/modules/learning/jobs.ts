import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import { gatherOffice } from './gather.ts'
import { rehearse } from './rehearse.ts'
import { listOffices } from './topic-queries.ts'

/** One office after the other, or the one that asked. */
async function gather({ read, write }: JobTools, { area }: { area?: string }): Promise<void> {
  const offices = area ? [area] : (await read('/', listOffices)).map(({ path }) => path)
  for (const office of offices) await write(office, (ctx) => gatherOffice(ctx, office))
}

export const jobs: Record<string, JobDefinition> = {
  'learning.gather': { title: '归集没答好的问题', every: '20 2 * * *', atStart: true, run: gather as JobDefinition['run'] },
  'learning.rehearse': { title: '试跑全部已知问题', run: rehearse as JobDefinition['run'] },
}
