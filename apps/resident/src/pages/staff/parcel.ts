import type { Asked } from '@linli/contract'
import type { EventStatus } from '@linli/contract/words/event.ts'
import { unfilledIn } from '@linli/contract/words/reply.ts'
import { sorted } from '../../kernel/sorted.ts'
import type { Point } from '../../phone/phone.ts'
import { formOf } from './field-steps.ts'
import type { FieldStep } from './field-steps.ts'

/** A photo in the phone's box, under `key`; `id` is the server's, once it has arrived. */
export type Shot = { key: string, part: 'before' | 'after', id: string | null }

/** Why the server did not take it: in its words, who came first, and where the event stands since. */
export type Refused = { code: string, words: string, by: string | null, status: EventStatus | null }

/** One thing somebody does out there: written first, then sent, kept until the server has it or the person throws it away. */
export type Parcel = {
  id: string
  /** The account that wrote it; it is sent with nobody else's session. */
  owner: string
  /** draft: being written · waiting: to be sent · refused: the server said no, and the person decides. */
  state: 'draft' | 'waiting' | 'refused'
  /** Made when the person taps: however often it is sent, it is done once. */
  key: string
  /** When the person tapped, milliseconds. */
  at: number
  /** Whether it may have reached the server: from then on it is not changed any more. */
  isTried: boolean
  /** None for a report. */
  event: { id: string, title: string } | null
  step: FieldStep | 'report'
  told: Record<string, string>
  /** Of a report only. */
  isHandled: boolean
  /** `isOwn`: picked by the person, so that no suggestion takes its place. */
  matter: { code: string, name: string, isOwn: boolean } | null
  point: Point | null
  shots: Shot[]
  refused: Refused | null
}

export const wordIn = ({ told }: Pick<Parcel, 'told'>, name: string) => told[name] ?? ''

export const shotsOf = ({ shots }: Pick<Parcel, 'shots'>, part: Shot['part']) => shots.filter((shot) => shot.part === part)

const idsOf = (parcel: Parcel, part?: Shot['part']) => parcel.shots.flatMap(({ id, part: its }) => id !== null && (part === undefined || its === part) ? [id] : [])

/** Nothing that would be missed. */
export const isEmpty = ({ told, shots }: Parcel) => shots.length === 0 && Object.values(told).every((words) => words.trim() === '')

/** The name of what is missing → what to say; nothing where it can be sent. */
export function missingIn(parcel: Parcel): Record<string, string> {
  if (parcel.step === 'report') return missingInReport(parcel)
  const { entries } = formOf(parcel.step)
  const empty = entries.filter(({ name, isOptional }) => !isOptional && wordIn(parcel, name).trim() === '')
  return { ...unfilled(parcel, entries.map(({ name }) => name)), ...Object.fromEntries(empty.map(({ name, label }) => [name, `请写下${label}`])) }
}

/** Usual words may have left something to fill in. */
const unfilled = (parcel: Parcel, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => { const left = unfilledIn(wordIn(parcel, name)); return left ? [[name, `还有“${left}”没有填`]] : [] }))

function missingInReport(parcel: Parcel): Record<string, string> {
  const { isHandled, matter, point } = parcel
  return {
    ...(isHandled && unfilled(parcel, ['publicReply'])),
    ...(isHandled && shotsOf(parcel, 'after').length === 0 && { after: '请拍一张处置后的照片' }),
    ...(wordIn(parcel, 'description').trim() === '' && { description: '请写下发生了什么' }),
    ...(isHandled && wordIn(parcel, 'publicReply').trim() === '' && { publicReply: '请写下怎么处理的' }),
    ...(!matter && { matter: '请选择属于哪一类' }),
    ...(!point && { point: '还没有取得位置，请到开阔处点「重新定位」' }),
  }
}

/** What the server is told of a report. */
export function reportOf(parcel: Parcel): Asked<'event', 'report'> {
  const words = (name: string) => wordIn(parcel, name).trim()
  return {
    description: words('description'), matter: parcel.matter?.code ?? '', place: words('place'), photos: idsOf(parcel, 'before'), ...(parcel.point && { point: parcel.point }),
    ...(parcel.isHandled && { handled: { publicReply: words('publicReply'), photos: idsOf(parcel, 'after') } }),
  }
}

/** What the server is told of a step; what was left empty is left out. */
export function takeOf(parcel: Parcel): Asked<'event', 'take'> {
  const step = parcel.step as FieldStep
  const { entries, photos } = formOf(step)
  const words = entries.map(({ name }) => [name, wordIn(parcel, name).trim()] as const).filter(([, text]) => text !== '')
  return { id: parcel.event!.id, take: { step, ...Object.fromEntries(words), ...(photos && { photos: idsOf(parcel) }) } as Asked<'event', 'take'>['take'] }
}

/** What waits to be sent, the oldest first: a step builds on the one before. */
export const toSend = (mine: readonly Parcel[]) => sorted(mine.filter(({ state }) => state === 'waiting'), (a, b) => a.at - b.at)

export const mineOf = (parcels: readonly Parcel[], owner: string) => parcels.filter((parcel) => parcel.owner === owner)
