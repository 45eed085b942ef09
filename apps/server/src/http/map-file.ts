import { MapSent, mostMapBytes } from '@linli/contract'
import type { FastifyInstance } from 'fastify'
import { inWords, invalid } from '../kernel/problem.ts'
import { transact, type Around } from '../kernel/transaction.ts'
import { receive } from '../modules/mapping/index.ts'
import { askingFor, sentFile } from './sent-file.ts'

/** Data of the map go up as files; what becomes of them is the mapping's. */
export function serveMapFiles(app: FastifyInstance, around: Around): void {
  app.post('/api/map/upload', { config: { rateLimit: { max: 30, timeWindow: '1 minute' } }, bodyLimit: mostMapBytes + 100_000 }, async (request) => {
    const asking = askingFor(request, 'organisation.manage')
    const { name, content, words } = await sentFile(request, { most: mostMapBytes, hint: '，请拆分后再导入' })
    const sent = MapSent.safeParse(words, { error: inWords })
    if (!sent.success) throw invalid(sent.error)
    return transact(around, 'write', asking, (ctx) => receive(ctx, { ...sent.data, name, content }))
  })
}
