import { randomInt } from 'node:crypto'
import type { Ctx } from '../../kernel/ctx.ts'
import { hashToken } from '../../kernel/session-cookie.ts'
import type { LinkRow } from './queries.ts'
import * as queries from './queries.ts'
import { alphabet, tokenLength } from './rules.ts'

/** A new secret that opens the link; told once, stored as its hash. */
export async function newToken(ctx: Ctx, link: LinkRow): Promise<string> {
  const token = Array.from({ length: tokenLength }, () => alphabet[randomInt(alphabet.length)]).join('')
  await queries.insertToken(ctx, link, hashToken(token))
  return token
}

export const addressOf = (publicUrl: string, token: string): string => `${publicUrl}/l/${token}`

export const phoneField = 'link.phone'

/** Has it sent as a text message, with a secret of its own. What the job is told is sealed: whoever reads the queue opens nothing. */
export async function send(ctx: Ctx, link: LinkRow): Promise<void> {
  const sealed = ctx.crypto.encrypt(await newToken(ctx, link), 'link.send').toString('base64')
  ctx.later({ queue: 'link.send', data: { id: link.id, area: link.area, sealed } })
}
