import { phone } from '#phone'
import { serverNow } from '../../kernel/clock.ts'
import { newKey } from '../../kernel/key.ts'
import { sorted } from '../../kernel/sorted.ts'
import { staff } from '../../kernel/staff.ts'
import { createStore } from '../../kernel/store.ts'
import { aboutOf, asNote } from './parcel.ts'
import type { Parcel, Shot } from './parcel.ts'

const { box } = phone

/** Everything written on this phone that the server does not have yet, whoever wrote it; null until the box was read. */
export const parcels = createStore<readonly Parcel[] | null>(null)

export const now = () => parcels.get() ?? []

let reading: Promise<void> | null = null

/** Reads the box: what an earlier life of the app, or another page, left there. */
export function readBox(): Promise<void> {
  reading ??= read().finally(() => { reading = null })
  return reading
}

async function read() {
  const isFirst = parcels.get() === null
  // What is written while it is read is newer than what was found.
  for (let isStale = true; isStale;) {
    const before = changes
    await written
    const found = (await box.all('parcel')) as Parcel[]
    isStale = before !== changes
    if (!isStale) parcels.set(sorted(found, (a, b) => a.at - b.at))
  }
  if (isFirst) await forgetLostPhotos(now())
}

/** Photos whose parcel was never written: the phone died in between. Another page may be writing one just now: only what is older than a day. */
async function forgetLostPhotos(found: readonly Parcel[]) {
  const named = found.flatMap(({ shots }) => shots.map(({ key }) => key))
  const yesterday = Date.now() - 24 * 3600 * 1000
  const lost = (await box.photos()).filter((key) => !named.includes(key) && madeAt(key) < yesterday)
  await Promise.all(lost.map((key) => box.removePhoto(key)))
}

/** Keys begin with the moment they were made. */
const madeAt = (key: string) => Number.parseInt(key.split('-')[0] ?? '', 36) || 0

let written: Promise<unknown> = Promise.resolve()
let changes = 0

/** One after another, so that the last one told is the one that stays. Rejects where the phone could not write it. */
function inTurn(act: () => Promise<void>): Promise<void> {
  const writing = written.then(act)
  written = writing.catch(() => {})
  return writing
}

/** Shows the parcel at once and answers when it is written. */
export function keep(parcel: Parcel): Promise<void> {
  const others = now().filter(({ id }) => id !== parcel.id)
  parcels.set([...others, parcel])
  changes += 1
  return inTurn(() => box.put('parcel', parcel.id, parcel))
}

/** Changes what is there; nothing where it is gone meanwhile. */
export async function alter(id: string, change: (parcel: Parcel) => Partial<Parcel>): Promise<void> {
  const parcel = now().find((one) => one.id === id)
  if (parcel) await keep({ ...parcel, ...change(parcel) })
}

/** First the parcel, then its photos: never a parcel without them. */
export async function drop(id: string): Promise<void> {
  const shots = now().find((one) => one.id === id)?.shots ?? []
  parcels.set(now().filter((one) => one.id !== id))
  changes += 1
  await inTurn(() => box.remove('parcel', id))
  await Promise.all(shots.map(({ key }) => box.removePhoto(key)))
}

export type Begun = Pick<Parcel, 'event' | 'whistle' | 'door' | 'step'>

/** What this person began to write about this step of this event, whistle or door, or a new sheet, which is kept with the first thing put on it. */
export function sheetFor({ event, whistle = null, door = null, step }: Begun): Parcel {
  const { id: owner, mayHandle } = staff.get()
  const begun = now().find((one) => one.state === 'draft' && one.owner === owner && one.step === step && aboutOf(one)?.id === aboutOf({ event, whistle, door })?.id)
  return begun ?? { id: newKey(), owner, state: 'draft', key: '', at: Date.now(), isTried: false, event, whistle, door, step, told: {}, isHandled: mayHandle, matter: null, point: null, shots: [], refused: null }
}

/** Puts a photo into the box, then names it on the sheet. */
export async function addShot(sheet: Parcel, shot: Shot, photo: Parameters<typeof box.putPhoto>[1]): Promise<void> {
  await box.putPhoto(shot.key, photo)
  const latest = now().find(({ id }) => id === sheet.id) ?? sheet
  await keep({ ...latest, shots: [...latest.shots, shot] })
}

export async function removeShot(id: string, key: string): Promise<void> {
  await alter(id, ({ shots }) => ({ shots: shots.filter((shot) => shot.key !== key) }))
  await box.removePhoto(key)
}

/** From now on it is on its way: what it is called there is made now, once. Answers when it is written; nothing was sent before. */
export async function post(sheet: Parcel): Promise<void> {
  const posted = { ...sheet, state: 'waiting' as const, key: newKey(), at: afterAll(), takenAt: new Date(serverNow()).toISOString(), isTried: false, refused: null }
  try {
    await keep(posted)
  } catch (reason) {
    // What could not be written is not on its way, whatever was shown.
    parcels.set(now().map((one) => one.id === sheet.id ? sheet : one))
    throw reason
  }
}

/** Once more, as it was tapped then: a step that was refused keeps its moment, and gets a name of its own. */
export const postAgain = (id: string): Promise<void> => alter(id, () => ({ state: 'waiting', key: newKey(), at: afterAll(), isTried: false, refused: null }))

/** Phones' clocks are set back: what is tapped later comes later all the same. */
const afterAll = () => now().reduce((latest, { at }) => Math.max(latest, at + 1), Date.now())

/** The words and photos of a step that is over, told as what was done there. */
export const turnIntoNote = (id: string): Promise<void> =>
  alter(id, (parcel) => ({ step: 'handle', told: { note: asNote(parcel) }, state: 'waiting', key: newKey(), at: afterAll(), isTried: false, refused: null }))

/** Nobody waits for it any more; it stays on this phone until its person throws it away. */
export const putAside = (id: string): Promise<void> => alter(id, () => ({ state: 'kept', refused: null, isTried: false }))

/** Back on the desk, to be written otherwise: only what the server has not taken for sure. */
export const takeBack = (id: string): Promise<void> => alter(id, () => ({ state: 'draft', refused: null, isTried: false }))

export const mayTakeBack = ({ state, isTried }: Parcel) => state === 'refused' || (state === 'waiting' && !isTried)
