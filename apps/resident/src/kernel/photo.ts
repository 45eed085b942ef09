import { phone } from '#phone'
import type { Photo } from '../phone/phone.ts'

/** Long enough to read a house number, small enough for a stairwell's network. */
const longestEdge = 1600
const quality = 0.82

/**
 * Asks for up to `room` photos; `left` counts those beyond, which browsers let people choose.
 * None where the person changes their mind; rejects where the phone refuses.
 */
export async function pickPhotos(room: number): Promise<{ photos: Photo[], left: number }> {
  const chosen = await phone.choosePhotos(room)
  return { photos: chosen.slice(0, room), left: Math.max(0, chosen.length - room) }
}

/** A photo that cannot be made smaller is sent as it is: the server shrinks it too. */
export const shrunk = (photo: Photo) => phone.shrink(photo, longestEdge, quality).catch(() => photo)
