import { phone } from '#phone'
import type { Answer, Photo } from '../phone/phone.ts'
import { endSession, session } from './session.ts'

/**
 * One request to the server. H5 talks to the server it came from, with its cookie; the mini-program to `LINLI_SERVER`,
 * with the token of its session. Rejects where nothing answers; any answer, good or bad, is returned.
 */
export const transport = async (path: string, body: unknown): Promise<Answer> => heard(await phone.post(addressOf(path), body ?? {}, credentials()))

/** One photo, with the same credentials. */
export const upload = async (path: string, photo: Photo): Promise<Answer> => heard(await phone.sendPhoto(addressOf(path), photo, credentials()))

const addressOf = (path: string) => `${LINLI_SERVER}${path}`

function credentials(): Record<string, string> {
  const { token } = session.get()
  return token ? { authorization: `Bearer ${token}` } : {}
}

/** 401 says the session is over, whatever was asked: forget it, so that screens offer to sign in again. */
function heard(answer: Answer): Answer {
  if (answer.status === 401 && session.get().isSignedIn) endSession()
  return answer
}
