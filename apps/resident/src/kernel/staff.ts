import { Refusal, createCall } from '@linli/client'
import type { Call } from '@linli/client'
import type { Output } from '@linli/contract'
import { createKept } from './kept.ts'
import type { Session } from './session.ts'
import { lineOf } from './transport.ts'

/** The member of staff of this phone, and what they may do in the field. Who it was stays after the session: what they wrote waits for them. */
export type StaffSession = Session & { id: string, name: string, signInName: string } & Rights

/** What the pages are told of it; `isUnit`: of an office that handles, and never told who reported; `mayTell`: news of those in the building; `mayShare`: where they are, for a duty; `places`: where people are registered at their doors. */
type Rights = { mayReport: boolean, mayHandle: boolean, mayWhistle: boolean, isUnit: boolean, mayTell: boolean, mayShare: boolean, places: { path: string, name: string }[] }

const nobody: StaffSession = { isSignedIn: false, token: null, id: '', name: '', signInName: '', mayReport: false, mayHandle: false, mayWhistle: false, isUnit: false, mayTell: false, mayShare: false, places: [] }

export const rightsOf = ({ may, side, posts }: Output<'identity', 'me'>): Rights => ({
  mayReport: Boolean(may['event.report']), mayHandle: Boolean(may['event.handle']), mayWhistle: Boolean(may['whistle.answer']), isUnit: side === 'unit', mayTell: Boolean(may['base.propose']), mayShare: Boolean(may['presence.share']),
  places: (may['base.edit'] ?? []).map((path) => ({ path, name: posts.find(({ area }) => area === path)?.areaName ?? '' })),
})

export const staff = createKept<StaffSession>('staff', nobody)

// Kept by an earlier version, which knew of no places.
if (!staff.get().places) staff.set({ ...nobody, ...staff.get() })

export const endStaffSession = () => staff.set({ ...staff.get(), isSignedIn: false, token: null })

const line = lineOf(staff.get, ({ status }, before) => { if (status === 401 && before.isSignedIn && staff.get() === before) endStaffSession() })

export const { upload: staffUpload, pictureAt: staffPictureAt, pictureData: staffPictureData } = line

const ask = createCall(line.transport)

/** A permission that is refused may mean that somebody else has signed in from the same browser since; then this session is over. */
export const staffCall: Call = async (module, endpoint, input, options) => {
  try {
    return await ask(module, endpoint, input, options)
  } catch (reason) {
    if (reason instanceof Refusal && reason.code === 'may.not') await isStillHere()
    throw reason
  }
}

/** Rights change while a phone stays signed in; what was kept by an earlier version knows less of them. */
function keepRights(me: Output<'identity', 'me'>) {
  const next = { ...staff.get(), ...rightsOf(me) }
  if (JSON.stringify(next) !== JSON.stringify(staff.get())) staff.set(next)
}

/** Whether the server takes this phone for the person who signed in here: the cookie of a browser is shared with the console and with residents. */
export async function isStillHere(): Promise<boolean> {
  const { id, isSignedIn } = staff.get()
  if (!isSignedIn) return false
  const me = await ask('identity', 'me', {})
  if (me.id !== id) endStaffSession()
  else keepRights(me)
  return me.id === id
}
