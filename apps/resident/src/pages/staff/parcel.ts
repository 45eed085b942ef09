import type { Asked } from '@linli/contract'
import type { EventStatus } from '@linli/contract/words/event.ts'
import { unfilledIn } from '@linli/contract/words/reply.ts'
import { sorted } from '../../kernel/sorted.ts'
import type { Place, Point } from '../../phone/phone.ts'
import { officeDay, readable, wired, wrongWith } from './entry-rules.ts'
import type { Entry } from './entry-rules.ts'
import { hotlineEntries } from './field-steps.ts'
import { isAtDoor, missingAtDoor, readableAt } from './door-rules.ts'
import type { Door, DoorStep } from './door-rules.ts'
import { formOf, whistleStepOf } from './forms.ts'
import type { Step } from './forms.ts'
import type { WhistleFieldStep } from './whistle-steps.ts'

/** A photo in the phone's box, under `key`; `id` is the server's, once it has arrived. */
export type Shot = { key: string, part: 'before' | 'after', id: string | null }

/** Why the server did not take it: in its words, who came first, where the event stands since, and what can be done there now. */
export type Refused = { code: string, words: string, by: string | null, status: EventStatus | null, open?: readonly string[], /** What was found at a door, for the person to decide. */ more?: Record<string, unknown> }

/** `isHotline`: passed on by 12345 as a whole, which wants to know more with the answer. */
export type About = { id: string, title: string, isHotline?: boolean }

/** One thing somebody does out there: written first, then sent, kept until the server has it or the person throws it away. */
export type Parcel = {
  id: string
  /** The account that wrote it; it is sent with nobody else's session. */
  owner: string
  /** draft: being written · waiting: to be sent · refused: the server said no, and the person decides · kept: nobody waits for it, the person wants to keep it. */
  state: 'draft' | 'waiting' | 'refused' | 'kept'
  /** Made when the person taps: however often it is sent, it is done once. */
  key: string
  /** When the person tapped, milliseconds of the phone; later than everything that was tapped before, however the phone's clock is set. */
  at: number
  /** The same by the server's clock, ISO 8601. */
  takenAt?: string
  /** Whether it may have reached the server: from then on it is not changed any more. */
  isTried: boolean
  /** None for a report and for a step of a whistle. */
  event: About | null
  whistle?: About | null
  /** Of what was done at somebody's door only. */
  door?: Door | null
  step: Step | DoorStep | 'report'
  told: Record<string, string>
  /** Of a report only. */
  isHandled: boolean
  /** `isOwn`: picked by the person, so that no suggestion takes its place. */
  matter: { code: string, name: string, isOwn: boolean } | null
  /** Of a report, and of reporting in, where it is how far off it may be as well. */
  point: Point & Partial<Place> | null
  shots: Shot[]
  refused: Refused | null
}

/** What it is about; null for a report. */
export const aboutOf = ({ event, whistle, door }: Pick<Parcel, 'event' | 'whistle' | 'door'>): About | null => event ?? whistle ?? door ?? null

export const wordIn = ({ told }: Pick<Parcel, 'told'>, name: string) => told[name] ?? ''

export const shotsOf = ({ shots }: Pick<Parcel, 'shots'>, part: Shot['part']) => shots.filter((shot) => shot.part === part)

const idsOf = (parcel: Parcel, part?: Shot['part']) => parcel.shots.flatMap(({ id, part: its }) => id !== null && (part === undefined || its === part) ? [id] : [])

/** What the step asks for, of this event, after what was answered so far. */
export const entriesOf = ({ step, event, told }: Pick<Parcel, 'event' | 'told'> & { step: Step }): Entry[] =>
  [...formOf(step).entries, ...(step === 'feedback' && event?.isHotline ? hotlineEntries : [])].filter(({ when }) => when === undefined || told[when[0]] === when[1])

/** Nothing that would be missed. */
export const isEmpty = ({ told, shots }: Parcel) => shots.length === 0 && Object.values(told).every((words) => words.trim() === '')

/** The name of what is missing → what to say; nothing where it can be sent. `now`: milliseconds, by the server's clock. */
export function missingIn(parcel: Parcel, now: number): Record<string, string> {
  const { step } = parcel
  if (step === 'report') return missingInReport(parcel)
  if (isAtDoor(step)) return missingAtDoor({ ...parcel, step }, now)
  const { isPlaced } = formOf(step)
  const entries = entriesOf({ ...parcel, step })
  const today = officeDay(now)
  const wrong = entries.map((entry) => [entry.name, wrongWith(entry, wordIn(parcel, entry.name).trim(), today)] as const)
  const unplaced: Record<string, string> = isPlaced && !parcel.point && wordIn(parcel, 'reason').trim() === '' ? { reason: '没有取得位置，请写明为什么没有定位' } : {}
  return { ...unfilled(parcel, entries.map(({ name }) => name)), ...Object.fromEntries(wrong.flatMap(([name, words]) => words === null ? [] : [[name, words]])), ...unplaced }
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
  return { id: parcel.event!.id, take: { step: parcel.step, ...filledIn(parcel, parcel.step as Step) } as Asked<'event', 'take'>['take'], ...taken(parcel) }
}

/** The same of a whistle. The position is that of the tap; a step that asks for none tells none. */
export function whistleTakeOf(parcel: Parcel): Asked<'whistle', 'take'> {
  const step = parcel.step as WhistleFieldStep
  const { point } = parcel
  const place = formOf(step).isPlaced && point ? { point: { lng: point.lng, lat: point.lat }, ...(point.accuracy !== undefined && { accuracy: point.accuracy }) } : {}
  const mayTellLater = step === 'whistle.answer' || step === 'whistle.reportIn'
  return { id: parcel.whistle!.id, take: { step: whistleStepOf(step), ...filledIn(parcel, step), ...place, ...(mayTellLater && taken(parcel)) } as Asked<'whistle', 'take'>['take'] }
}

function filledIn(parcel: Parcel, step: Step): Record<string, unknown> {
  const { photos } = formOf(step)
  const words = entriesOf({ ...parcel, step }).map((entry) => [entry, wordIn(parcel, entry.name).trim()] as const).filter(([, text]) => text !== '')
  return { ...Object.fromEntries(words.map(([entry, text]) => [entry.name, wired(entry, text)])), ...(photos && { photos: idsOf(parcel) }) }
}

const taken = ({ takenAt }: Parcel) => takenAt === undefined ? {} : { takenAt }

/** What waits to be sent, the oldest first: a step builds on the one before. */
export const toSend = (mine: readonly Parcel[]) => sorted(mine.filter(({ state }) => state === 'waiting'), (a, b) => a.at - b.at)

export const mineOf = (parcels: readonly Parcel[], owner: string) => parcels.filter((parcel) => parcel.owner === owner)

/** What was refused but can be told all the same: the event is still in this person's hands, who says what was done there (登记处置). */
export const mayBecomeNote = (parcel: Parcel): boolean =>
  parcel.state === 'refused' && parcel.event !== null && parcel.step !== 'handle' && !isEmpty(parcel) && parcel.refused?.open?.includes('handle') === true

/** The words of every entry, one under another. */
export const asNote = ({ step, event, told }: Pick<Parcel, 'step' | 'event' | 'told'>): string =>
  (step === 'report' || isAtDoor(step) ? [] : entriesOf({ step, event, told })).flatMap((entry) => told[entry.name]?.trim() ? [readable(entry, told[entry.name]!.trim())] : []).join('\n').slice(0, 500)

/** What was written, as people read it, entry by entry. */
export function readableIn(parcel: Parcel): [string, string][] {
  const { step, told } = parcel
  if (isAtDoor(step)) return readableAt(parcel)
  const entries = step === 'report' ? [] : entriesOf({ ...parcel, step })
  return Object.entries(told).filter(([, text]) => text.trim() !== '').map(([name, text]) => {
    const entry = entries.find((one) => one.name === name)
    return [name, entry && entry.kind !== undefined ? `${entry.label}：${readable(entry, text)}` : text]
  })
}
