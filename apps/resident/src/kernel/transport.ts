import type { Transport } from '@linli/client'
import { phone } from '#phone'
import type { Answer, Photo } from '../phone/phone.ts'
import { heardTime } from './clock.ts'
import { endSession, session } from './session.ts'
import type { Session } from './session.ts'

/** How those who hold one kind of session reach the server: residents have theirs, staff another, and neither is sent for the other. */
export type Line = {
  transport: Transport
  /** One photo, with the same credentials; `through` hears the share that is sent, 0–1. */
  upload: (path: string, photo: Photo, through: (share: number) => void) => Promise<Answer>
  /** From where a picture of the server can be shown. */
  pictureAt: (path: string) => string | Promise<string>
  /** A picture of the server as a `data:` address, to be kept. */
  pictureData: (path: string) => Promise<string>
}

/**
 * H5 talks to the server it came from, with its cookie; the mini-program to `LINLI_SERVER`, with the token of the session.
 * Who holds a one-time link has its secret instead, which opens what the link is for.
 * A request rejects where nothing answers; any answer, good or bad, is returned, and `judge` hears it before, with the session it was asked in.
 */
export function lineOf(current: () => Session, judge: (answer: Answer, before: Session) => void, scheme: 'Bearer' | 'Link' = 'Bearer'): Line {
  const credentials = (): Record<string, string> => {
    const { token } = current()
    return token ? { authorization: `${scheme} ${token}` } : {}
  }
  const hearing = async (asked: Promise<Answer>) => {
    const before = current()
    const answer = await asked
    heardTime(answer.at ?? null)
    judge(answer, before)
    return answer
  }
  return {
    transport: (path, body, { key }) => hearing(phone.post(addressOf(path), body ?? {}, key ? { ...credentials(), 'idempotency-key': key } : credentials())),
    upload: (path, photo, through) => hearing(phone.sendPhoto(addressOf(path), photo, credentials(), through)),
    pictureAt: (path) => phone.pictureAt(addressOf(path), credentials()),
    pictureData: (path) => phone.pictureData(addressOf(path), credentials()),
  }
}

const addressOf = (path: string) => `${LINLI_SERVER}${path}`

/**
 * 401 says the session is over, whatever was asked: forget it, so that screens offer to sign in again. So does a refused permission: only what
 * residents may is asked here, so somebody else, a member of staff, has signed in from the same browser since.
 * An answer to what was asked before somebody signed in anew says nothing of the session that is.
 */
function heard(answer: Answer, before: Session) {
  const isOver = answer.status === 401 || (answer.body as { code?: string } | null)?.code === 'may.not'
  if (isOver && before.isSignedIn && session.get() === before) endSession()
}

export const { transport, upload, pictureAt } = lineOf(session.get, heard)
