import { phone } from '#phone'
import type { Consent } from '../phone/phone.ts'
import { createStore } from './store.ts'

/** Set while a call that needs the privacy guide (camera, album, place, phone number) waits for the person. */
export const privacyRequest = createStore<Consent | null>(null)

/** From now on the person is asked whenever the phone demands it. */
export function watchPrivacy() {
  phone.privacy?.watch((consent) => {
    privacyRequest.set((agreedBy) => {
      privacyRequest.set(null)
      consent(agreedBy)
    })
  })
}

/** Opens the whole guide; there is none where the phone demands none. */
export const openPrivacyGuide = phone.privacy?.openGuide ?? null
