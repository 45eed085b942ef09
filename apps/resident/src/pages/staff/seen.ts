import type { Output } from '@linli/contract'
import { phone } from '#phone'
import { staff, staffCall } from '../../kernel/staff.ts'

export type StaffEvent = Output<'event', 'get'>
export type StaffRow = Output<'event', 'list'>['rows'][number]
export type Trace = Output<'event', 'trace'>['rows']

const { box } = phone

/** What was asked, what the server said, and when; each for the one who asked. */
type Seen<T> = { owner: string, at: number, data: T }

/** What the server said last, for where it cannot be asked; null where it never did. */
export async function recall<T>(name: string): Promise<Seen<T> | null> {
  const found = (await box.get('seen', name).catch(() => undefined)) as Seen<T> | undefined
  return found?.owner === staff.get().id ? found : null
}

export const remember = <T>(name: string, data: T): Promise<void> => box.put('seen', name, { owner: staff.get().id, at: Date.now(), data } satisfies Seen<T>)

/** Names and places of residents do not stay on the phone of somebody who signed out. */
export const forgetSeen = () => box.clear('seen')

export type Detail = { event: StaffEvent, trace: Trace }

export const eventName = (id: string) => `event.${id}`

export async function askEvent(id: string): Promise<Detail> {
  const [event, { rows }] = await Promise.all([staffCall('event', 'get', { id }), staffCall('event', 'trace', { id })])
  return { event, trace: rows }
}

/** What a step answered takes the place of what was known. */
export async function rememberEvent(event: StaffEvent) {
  const known = await recall<Detail>(eventName(event.id))
  await remember<Detail>(eventName(event.id), { event, trace: known?.data.trace ?? [] })
}

/** The most the server gives at once; nobody walks to more in a day. */
const most = 100

/** What waits for this person: what is due first, and what is not due at all. */
export async function askMine(): Promise<StaffRow[]> {
  const [due, newest] = await Promise.all([
    staffCall('event', 'list', { isMine: true, order: 'due', limit: most }),
    staffCall('event', 'list', { isMine: true, order: 'newest', limit: most }),
  ])
  return [...due.rows, ...newest.rows.filter(({ id }) => due.rows.every((row) => row.id !== id))]
}

/** Details fetched ahead, so many at a time: the first ones of the list are those that are gone to next. */
const ahead = 20

/** Fetches what changed since it was last seen, quietly: the next cellar has no network. */
export async function fetchAhead(rows: readonly StaffRow[]) {
  for (const row of rows.slice(0, ahead)) {
    const known = await recall<Detail>(eventName(row.id))
    if (known && known.data.event.status === row.status && known.data.event.dueAt === row.dueAt && known.data.event.photoCount === row.photoCount) continue
    await remember(eventName(row.id), await askEvent(row.id))
  }
}
