import { Readable } from 'node:stream'
import { Id } from '@linli/contract'
import type { FastifyInstance } from 'fastify'
import { scopeOf } from '../kernel/actor.ts'
import type { Ctx } from '../kernel/ctx.ts'
import { Problem } from '../kernel/problem.ts'
import { transact, type Around, type Asking } from '../kernel/transaction.ts'
import { beginExport, finishExport, linesOf, workbook, type Taking } from '../modules/ledger/index.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A ledger as a file, written while it is read: however many lines, so many are in memory at a time. Asked for by POST, so that no page of another site can take what is given once. */
export function serveLedgers(app: FastifyInstance, around: Around): void {
  app.post<{ Body: { id?: unknown } | null }>('/api/ledger/file', { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } }, async (request, reply) => {
    const { actor } = request
    if (actor.mustChangePassword) throw new Problem('sign-in.change-password')
    const asking: Asking = { actor, scope: scopeOf(actor, 'ledger.export'), request: { id: request.id, address: request.ip, device: '' } }
    const { data: id } = Id.safeParse(request.body?.id)
    if (id === undefined) throw new Problem('input.invalid', { fields: [{ path: 'id', message: '请选择要下载的导出' }] })
    const taking = await transact(around, 'write', asking, (ctx) => beginExport(ctx, id))
    const file = Readable.from(workbook(taking.book, counted(around, asking, taking)), { objectMode: false })
    return reply.type(spreadsheet).header('cache-control', 'no-store').header('x-ledger-lines', String(taking.row.lines))
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(taking.fileName)}`).send(file)
  })
}

/** That all of it was handed over is kept after the last line. */
async function* counted(around: Around, asking: Asking, taking: Taking) {
  const read = <T>(work: (ctx: Ctx) => Promise<T>) => transact(around, 'read', asking, work)
  let lines = 0
  for await (const some of linesOf(read, taking)) {
    lines += some.length
    yield some
  }
  await transact(around, 'write', asking, (ctx) => finishExport(ctx, taking, lines))
}
