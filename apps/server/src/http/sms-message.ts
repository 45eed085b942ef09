import { createHash, timingSafeEqual } from 'node:crypto'
import { areaOf } from '@linli/standards'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { theServer } from '../kernel/actor.ts'
import { Problem } from '../kernel/problem.ts'
import { transact, type Around } from '../kernel/transaction.ts'
import { hear } from '../modules/reception/index.ts'
import type { Outside } from '../outside/index.ts'
import { received, textsOf, type TextUp } from '../outside/sms-up.ts'

interface Called { Params: { office: string, token: string }, Body: string }

/** The gateway pushes everybody's messages from a few addresses of its own. */
const often = { rateLimit: { max: 6000, timeWindow: '1 minute' } }

/**
 * What residents write to the number of a sub-district by text message, pushed to `/api/sms/<9-digit code>/<token>`. The push carries no signature, so that the token is all that
 * says whose it is. The answers are sent by a job.
 */
export async function hearTexts(app: FastifyInstance, around: Around, { token, outside }: { token: string | null, outside: Outside }): Promise<void> {
  if (token === null || !outside.sms?.has('reply')) return
  const longest = outside.sms.replyLongest
  await app.register(async (here) => {
    // Whatever it calls itself it is JSON.
    here.removeAllContentTypeParsers()
    here.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    here.post<Called>('/api/sms/:office/:token', { config: often }, async (request) => {
      const office = admitted(request.params, token)
      const texts = typeof request.body === 'string' ? textsOf(request.body) : undefined
      if (!texts) throw new Problem('input.invalid', { detail: '不是上行短信' })
      const failed: unknown[] = []
      for (const text of texts) await heard(around, request, { office, text, longest }).catch((error: unknown) => failed.push(error))
      // Pushed again; what was heard meanwhile is known by its mark.
      if (failed.length > 0) throw failed[0]
      return received
    })
  })
}

/** What is refused, as a flood of the same question, is refused for good. */
async function heard(around: Around, { id, ip }: FastifyRequest, { office, text, longest }: { office: string, text: TextUp, longest: number }): Promise<void> {
  const asking = { actor: theServer(office), scope: { role: 'staff', areas: [office] } as const, request: { id, address: ip, device: '' } }
  try {
    await transact(around, 'write', asking, (ctx) => hear(ctx, { channel: 'sms', office, sender: text.phone, id: text.id, kind: 'text', text: text.text, longest }))
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'request.too-many')) throw error
  }
}

/** The area of the office whose number it is. @throws Problem not-found where the token is another */
function admitted({ office, token: given }: Called['Params'], token: string): string {
  if (!/^\d{9}$/.test(office) || !timingSafeEqual(digest(given), digest(token))) throw new Problem('not-found')
  return areaOf(Number(office))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
