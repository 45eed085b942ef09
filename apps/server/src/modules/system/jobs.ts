import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import * as queries from './queries.ts'
import { answersBefore, dayBefore } from './rules.ts'

const atOnce = 100

/** A repeated submission is answered from what is kept for two weeks. */
async function forgetAnswers({ around, now }: JobTools): Promise<void> {
  await around.database.own('select answered_forget($1)', [answersBefore(now)])
}

/** Row and files go together or not at all: what cannot be deleted today is tried again. */
async function forgetPhotos({ around, now, write }: JobTools): Promise<void> {
  for (let found = atOnce; found === atOnce;) {
    found = (await write('/', async (ctx) => {
      const ids = await queries.forgetPhotos(ctx, dayBefore(now), atOnce)
      for (const id of ids) await around.files.dropPhoto(id)
      if (ids.length > 0) ctx.record('photo.forgotten', { kind: 'photo', id: 'unused', subdistrict: 0, area: '/' }, { ids })
      return ids.length
    })) ?? 0
  }
}

export const jobs: Record<string, JobDefinition> = {
  'system.forget-answers': { title: '清理两周前的重复提交标记', every: '5 * * * *', run: forgetAnswers },
  'system.forget-photos': { title: '清理没有用上的照片', every: '15 * * * *', run: forgetPhotos },
}
