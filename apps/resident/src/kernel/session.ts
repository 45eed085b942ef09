import { createKept } from './kept.ts'

/**
 * Who is signed in on this phone. Browsers hold an HttpOnly cookie that no script can read, so `token` is only ever
 * set in the mini-program, which keeps no cookies.
 */
export type Session = { isSignedIn: boolean, token: string | null }

const nobody: Session = { isSignedIn: false, token: null }

export const session = createKept<Session>('session', nobody)

export const beginSession = (token: string | null) => session.set({ isSignedIn: true, token })

export const endSession = () => session.set(nobody)
