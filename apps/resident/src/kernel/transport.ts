import type { Transport } from '@linli/client'
import { phone } from '#phone'
import type { Answer, Photo } from '../phone/phone.ts'
import { endSession, session } from './session.ts'

/**
 * One request to the server. H5 talks to the server it came from, with its cookie; the mini-program to `LINLI_SERVER`,
 * with the token of its session. Rejects where nothing answers; any answer, good or bad, is returned.
 */
export const transport: Transport = (path, body, { key }) =>
  asked(() => phone.post(addressOf(path), body ?? {}, key ? { ...credentials(), 'idempotency-key': key } : credentials()))

/** One photo, with the same credentials; `through` hears the share that is sent, 0–1. */
export const upload = (path: string, photo: Photo, through: (share: number) => void): Promise<Answer> =>
  asked(() => phone.sendPhoto(addressOf(path), photo, credentials(), through))

/** From where a picture of the server can be shown. */
export const pictureAt = (path: string) => phone.pictureAt(addressOf(path), credentials())

const addressOf = (path: string) => `${LINLI_SERVER}${path}`

function credentials(): Record<string, string> {
  const { token } = session.get()
  return token ? { authorization: `Bearer ${token}` } : {}
}

/**
 * 401 says the session is over, whatever was asked: forget it, so that screens offer to sign in again. So does a refused permission: only what
 * residents may is asked here, so somebody else, a member of staff, has signed in from the same browser since.
 * An answer to what was asked before somebody signed in anew says nothing of the session that is.
 */
async function asked(ask: () => Promise<Answer>): Promise<Answer> {
  const before = session.get()
  const answer = await ask()
  const isOver = answer.status === 401 || (answer.body as { code?: string } | null)?.code === 'may.not'
  if (isOver && before.isSignedIn && session.get() === before) endSession()
  return answer
}
