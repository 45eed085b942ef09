import { mostIntakeBytes } from '@linli/contract'
import type { FastifyInstance } from 'fastify'
import { transact, type Around } from '../kernel/transaction.ts'
import { receive } from '../modules/intake/index.ts'
import { askingFor, sentFile } from './sent-file.ts'

/** Tables go up as files; what becomes of them is the intake's. */
export function serveTables(app: FastifyInstance, around: Around): void {
  app.post('/api/table/upload', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } }, bodyLimit: mostIntakeBytes + 100_000 }, async (request) => {
    const asking = askingFor(request, 'base.edit')
    const { name, content } = await sentFile(request, { most: mostIntakeBytes, hint: '，请拆分后再导入' })
    return transact(around, 'write', asking, (ctx) => receive(ctx, { name, content }))
  })
}
