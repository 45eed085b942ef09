import { Refusal } from '@linli/client'
import { call } from './call.ts'
import { endSession, session } from './session.ts'

/** Ends the session at the server first: only the server can take back the cookie of a browser. Throws where nothing answers. */
export async function signOut() {
  if (!session.get().isSignedIn) return
  await call('identity', 'signOut', {}).catch(unlessOver)
  endSession()
}

/** Over already: that was the wish. */
function unlessOver(reason: unknown) {
  if (!(reason instanceof Refusal && reason.problem.status === 401)) throw reason
}
