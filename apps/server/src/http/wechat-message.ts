import { areaOf } from '@linli/standards'
import type { FastifyInstance } from 'fastify'
import { theServer } from '../kernel/actor.ts'
import { Problem } from '../kernel/problem.ts'
import { transact, type Around } from '../kernel/transaction.ts'
import { hear } from '../modules/reception/index.ts'
import { isSignedBy, messageOf, replyTo, type Signed } from '../outside/wechat-message.ts'

type Called = { Params: { office: string }, Querystring: Partial<Signed> & { echostr?: string } }

/** WeChat sends everybody's messages from a few addresses of its own. */
const often = { rateLimit: { max: 6000, timeWindow: '1 minute' } }
/** Long enough for what a person types; pictures and voices come as names alone. */
const longest = 20_000

/**
 * What residents write to the official account of a sub-district, whose message address is `/api/wechat/<9-digit code>`: answered in the same call, well within the five seconds WeChat
 * waits, or it sends the message again. Only what is signed with the account's token is heard.
 */
export async function hearWeChat(app: FastifyInstance, around: Around, token: string | null): Promise<void> {
  if (token === null) return
  await app.register(async (here) => {
    here.addContentTypeParser(['text/xml', 'application/xml'], { parseAs: 'string', bodyLimit: longest }, (_request, body, done) => done(null, body))
    here.get<Called>('/api/wechat/:office', { config: often }, async ({ params, query }, reply) => {
      admitted(params.office, query, token)
      return reply.type('text/plain; charset=utf-8').send(String(query.echostr ?? ''))
    })
    here.post<Called & { Body: string }>('/api/wechat/:office', { config: often, bodyLimit: longest }, async (request, reply) => {
      const office = admitted(request.params.office, request.query, token)
      const message = typeof request.body === 'string' ? messageOf(request.body) : undefined
      if (!message) throw new Problem('input.invalid', { detail: '不是公众号消息' })
      const asking = { actor: theServer(office), scope: { role: 'staff', areas: [office] } as const, request: { id: request.id, address: request.ip, device: '' } }
      const text = await transact(around, 'write', asking, (ctx) => hear(ctx, { channel: 'wechat', office, sender: message.from, id: message.id, kind: kindOf(message.type, message.event), text: message.text }))
      return reply.type('text/xml; charset=utf-8').send(replyTo(message, text, Math.floor(around.clock().getTime() / 1000)))
    })
  })
}

const kindOf = (type: string, event: string | null) => (type === 'text' || type === 'voice' ? 'text' : type === 'event' && event === 'subscribe' ? 'hello' : 'other')

/** The area of the office whose account it is. @throws Problem not-found where it is not signed, or of nobody */
function admitted(office: string, query: Partial<Signed>, token: string): string {
  if (!/^\d{9}$/.test(office) || !isSignedBy(token, query)) throw new Problem('not-found')
  return areaOf(Number(office))
}
