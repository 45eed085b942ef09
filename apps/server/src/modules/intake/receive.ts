import { mostIntakeBytes, type Output } from '@linli/contract'
import { isAreaPath, subdistrictOf } from '@linli/standards'
import { areasFor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import * as queries from './queries.ts'
import { subjectOf } from './subject.ts'
import { batchView } from './view.ts'

/** A file that came in: kept sealed, and read by a job. Its rows belong to the area in which whoever sent it may register people. */
export async function receive(ctx: Ctx, { name, content }: { name: string, content: Buffer }): Promise<Output<'intake', 'cancel'>> {
  const [area, ...others] = areasFor(ctx.actor, 'base.edit')
  if (area === undefined || others.length > 0 || !isAreaPath(area) || area.split('/').length < 6) throw new Problem('input.invalid', { detail: '导入的人归到一个街道或社区，请用那里的账号导入' })
  if (content.length === 0) throw new Problem('input.invalid', { detail: '文件是空的', fields: [{ path: 'file', message: '文件是空的' }] })
  if (content.length > mostIntakeBytes) throw new Problem('input.too-large', { detail: `文件超过 ${mostIntakeBytes / 1024 / 1024} MB，请拆分后再导入` })
  const batch = await queries.insertBatch(ctx, {
    subdistrict: subdistrictOf(area), id: ctx.newId(), area, kind: 'person', file_name: shortened(name), bytes: content.length, status: 'reading',
    created_by: ctx.actor.id!, created_name: ctx.actor.name, created_at: ctx.now, changed_at: ctx.now,
  })
  await queries.insertFile(ctx, batch, ctx.crypto.encrypt(content.toString('base64'), 'intake.file'))
  queries.keepLately(batch.id, content)
  ctx.record('intake.received', subjectOf(batch), { file: batch.file_name, bytes: batch.bytes })
  ctx.later({ queue: 'intake.read', data: { id: batch.id, area, run: batch.run } })
  return batchView(ctx, batch)
}

const shortened = (name: string) => name.replace(/[\p{Cc}/\\]/gu, '').slice(-120) || '未命名'
