import { Worker } from 'node:worker_threads'
import { periodWords, bulletinStatus, type BulletinRhythm, type BulletinStatus, type Input, type Output } from '@linli/contract'
import { addDays, dayOf, momentWords } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { bookOf } from './book.ts'
import type { Content } from './compose.ts'
import { formulasOf, paragraphs, sectionOf, subjectWords, type Printed } from './paper-rules.ts'
import { findHead, type IssueRow } from './queries.ts'
import { numberWords } from './rules.ts'
import { issueSeen } from './view.ts'

export async function file(ctx: Ctx, { id, format }: Input<'bulletin', 'file'>): Promise<Output<'bulletin', 'file'>> {
  const printed = await printedOf(ctx, await issueSeen(ctx, id))
  const content = format === 'pdf' ? await paperOf(printed) : await bookOf(printed)
  return { fileName: `${printed.heading}（${printed.subject.replace('　', ' ')}）${printed.standing ? '-未签发' : ''}.${format}`, content: content.toString('base64') }
}

async function printedOf(ctx: Ctx, row: IssueRow): Promise<Printed> {
  const content = row.content as unknown as Content
  const { office, heading, mark, isRed, areaName } = content
  const [status, rhythm, period] = [row.status as BulletinStatus, row.rhythm as BulletinRhythm, { from: row.period_from, until: row.period_until }]
  const old = row.replaces === null ? undefined : await findHead(ctx, row.replaces)
  return {
    office, heading, isRed, number: row.no === null ? '' : numberWords(mark, row.year!, row.no), day: dayWords(dayOf(row.signed_at ?? ctx.now)), subject: subjectWords(areaName, rhythm, period), before: paragraphs(row.before), after: paragraphs(row.after),
    sections: content.parts.map(sectionOf), formulas: formulasOf(content), made: row.submitted_name ?? row.made_name, reviewed: row.reviewed_name ?? '', signed: row.signed_name ?? '', digest: row.digest,
    standing: status === 'signed' ? null : bulletinStatus[status], correction: old ? `本期更正${old.no === null ? '' : numberWords(old.mark, old.year!, old.no)}${row.why ? `：${row.why}` : ''}` : null,
    mark: `${ctx.actor.name} 于 ${dayOf(ctx.now)} ${momentWords(ctx.now).slice(-5)} 导出；编号 ${row.id}`,
  }
}

const dayWords = (day: string) => periodWords('day', { from: day, until: addDays(day, 1) })

/** Setting type takes half a second and reads a large font: beside the thread that serves. */
const paperOf = (printed: Printed): Promise<Buffer> => new Promise((resolve, reject) => {
  const worker = new Worker(new URL('paper-worker.ts', import.meta.url), { workerData: printed })
  worker.on('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes))).on('error', reject).on('exit', () => reject(new Error('the thread that prints has ended')))
})
