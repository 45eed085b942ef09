import type { Asked, Output } from '@linli/contract'
import { phone } from '#phone'
import { staff, staffCall } from '../../kernel/staff.ts'

export type StaffEvent = Output<'event', 'get'>
export type StaffRow = Output<'event', 'list'>['rows'][number]
export type Trace = Output<'event', 'trace'>['rows']
export type StaffWhistle = Output<'whistle', 'get'>
export type StaffLink = Output<'link', 'list'>['rows'][number]
export type LinkAddress = Output<'link', 'address'>
export type WhistleRow = Output<'whistle', 'list'>['rows'][number]
export type WhistleTrace = Output<'whistle', 'trace'>['rows']
export type Unit = Output<'organisation', 'units'>['rows'][number]

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

export type WhistleDetail = { whistle: StaffWhistle, trace: WhistleTrace }

export const whistleName = (id: string) => `whistle.${id}`

export async function askWhistle(id: string): Promise<WhistleDetail> {
  const [whistle, { rows }] = await Promise.all([staffCall('whistle', 'get', { id }), staffCall('whistle', 'trace', { id })])
  return { whistle, trace: rows }
}

export async function rememberWhistle(whistle: StaffWhistle) {
  const known = await recall<WhistleDetail>(whistleName(whistle.id))
  await remember<WhistleDetail>(whistleName(whistle.id), { whistle, trace: known?.data.trace ?? [] })
}

/** What this person's unit or community is called to and has not done its part in. */
export const askWhistles = async (): Promise<WhistleRow[]> => (await staffCall('whistle', 'list', { isMine: true, limit: most })).rows

/** The most the server gives at once; nobody walks to more in a day. */
const most = 100

/** What waits for somebody; `total` where there is more than the phone was given. */
export type Mine = { rows: StaffRow[], total: number, isMore: boolean }

/** What waits for this person: what is due first, and what is not due at all. */
export async function askMine(): Promise<Mine> {
  const ask = (order: NonNullable<Asked<'event', 'list'>['order']>) => staffCall('event', 'list', { isMine: true, order, limit: most })
  const [due, newest] = await Promise.all([ask('due'), ask('newest')])
  if (newest.next === null) return { rows: due.rows, total: due.rows.length, isMore: false }
  const rows = [...due.rows, ...newest.rows.filter(({ id }) => due.rows.every((row) => row.id !== id))]
  return { rows, ...await staffCall('event', 'count', { isMine: true }) }
}
