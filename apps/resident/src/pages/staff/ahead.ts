import { phone } from '#phone'
import { staff, staffCall, staffPictureData } from '../../kernel/staff.ts'
import { createStore } from '../../kernel/store.ts'
import { leavesOf } from './matter-rules.ts'
import type { Leaf } from './matter-rules.ts'
import { askReplies } from './replies.ts'
import { askEvent, askWhistle, eventName, recall, remember, whistleName } from './seen.ts'
import type { Detail, StaffRow, Unit, WhistleDetail, WhistleRow } from './seen.ts'

// What is fetched quietly while there is a network: the next cellar has none.

/** Whether something is being fetched, and how often it was: pages that say how old everything is look again. */
export const fetching = createStore({ isFetching: false, times: 0 })

/** Details and small photos of so many: the first ones of the list are those that are gone to next. */
const mostEvents = 20
const mostWhistles = 10
/** Of one event; 15 KB each, so that a list fits into the 10 MB of the mini-program. */
const mostPhotos = 4
/** Directories change rarely. */
const halfDay = 12 * 3600 * 1000
/** What nobody has been shown for so long, and is not on the list, is forgotten. */
const stale = 3 * 24 * 3600 * 1000

const matterName = 'matters'
const unitName = 'units'
const replyName = 'replies'
export const directories = { matters: matterName, units: unitName, replies: replyName } as const

export const askLeaves = async (): Promise<Leaf[]> => leavesOf((await staffCall('matter', 'tree', {})).rows)

const mostUnits = 300

/** Units of the sub-district with their numbers. */
export async function askUnits(): Promise<Unit[]> {
  const rows: Unit[] = []
  for (let after: string | undefined; rows.length < mostUnits;) {
    const page = await staffCall('organisation', 'units', { isActive: true, limit: 100, after })
    rows.push(...page.rows)
    if (page.next === null) break
    after = page.next
  }
  return rows
}

type Wish = { rows: readonly StaffRow[], whistles: readonly WhistleRow[], isAll: boolean }

let wish: Wish | null = null
let running: Promise<void> | null = null

/** One after another, and once at a time: a stairwell's network carries little, and what the person does themselves goes first. A newer list takes the place of one that is being fetched. */
export function fetchAhead(rows: readonly StaffRow[], whistles: readonly WhistleRow[], isAll = false): Promise<void> {
  wish = { rows, whistles, isAll: isAll || wish?.isAll === true }
  running ??= fetchWished().finally(() => {
    running = null
    fetching.set({ isFetching: false, times: fetching.get().times + 1 })
  })
  return running
}

async function fetchWished() {
  fetching.set({ ...fetching.get(), isFetching: true })
  for (let next = wish; next; next = wish) {
    wish = null
    for (const act of errands(next)) {
      // What was wished since covers it; where nothing answers the next list tries again.
      if (wish !== null || !await act().then(() => true, () => false)) break
    }
    if (next.isAll && wish !== null) wish = { ...(wish as Wish), isAll: true }
  }
}

function errands({ rows, whistles, isAll }: Wish): (() => Promise<void>)[] {
  const events = rows.slice(0, mostEvents)
  return [
    ...whistles.slice(0, mostWhistles).map((row) => () => fetchWhistle(row, isAll)),
    () => fetchDirectory(matterName, askLeaves, isAll), () => fetchDirectory(unitName, askUnits, isAll), () => fetchDirectory(replyName, askReplies, isAll),
    ...events.map((row) => () => fetchEvent(row, isAll)), ...events.map(({ id }) => () => fetchPhotos(id)),
    () => forgetStale([...rows.map(({ id }) => eventName(id)), ...whistles.map(({ id }) => whistleName(id))]),
  ]
}

/** Kept for who asked; somebody else may have signed in since. */
async function fetchInto<T>(name: string, ask: () => Promise<T>) {
  const { id } = staff.get()
  const data = await ask()
  if (staff.get().id === id) await remember(name, data)
}

async function fetchWhistle(row: WhistleRow, isAll: boolean) {
  const known = await recall<WhistleDetail>(whistleName(row.id))
  const stands = ({ calls, status }: WhistleRow) => JSON.stringify([status, calls.map((call) => [call.unit.id, call.status])])
  if (isAll || !known || stands(known.data.whistle) !== stands(row)) await fetchInto(whistleName(row.id), () => askWhistle(row.id))
}

async function fetchEvent(row: StaffRow, isAll: boolean) {
  const known = await recall<Detail>(eventName(row.id))
  if (isAll || known?.data.event.changedAt !== row.changedAt) await fetchInto(eventName(row.id), () => askEvent(row.id))
}

async function fetchDirectory<T>(name: string, ask: () => Promise<T[]>, isAll: boolean) {
  const known = await recall<T[]>(name)
  if (isAll || !known || Date.now() - known.at > halfDay) await fetchInto(name, ask)
}

export const thumbName = (address: string) => `thumb.${address}`
const thumbOf = (id: string) => `/api/file/${id}?size=thumb`

async function fetchPhotos(id: string) {
  const photos = (await recall<Detail>(eventName(id)))?.data.event.photos ?? []
  for (const photo of photos.slice(0, mostPhotos)) {
    const address = thumbOf(photo.id)
    if (await recall(thumbName(address))) continue
    // One that does not come keeps no other from coming.
    await fetchInto(thumbName(address), () => staffPictureData(address)).catch(() => {})
  }
}

/** Names and places of residents do not gather on a phone. */
async function forgetStale(standing: readonly string[]) {
  const names = (await phone.box.names('seen')).filter((name) => /^(event|whistle|links)\./.test(name) && !standing.includes(name))
  const photos = new Set<string>()
  for (const name of names) {
    const known = await recall<Partial<Detail>>(name)
    if (known && Date.now() - known.at < stale) continue
    for (const { id } of known?.data.event?.photos ?? []) photos.add(thumbName(thumbOf(id)))
    await phone.box.remove('seen', name)
  }
  for (const name of photos) await phone.box.remove('seen', name)
}
