import { isMobile, maskPhone, subdistrictOf } from '@linli/standards'
import { role } from '@linli/contract'
import type { ClientBase } from 'pg'
import type { Crypto } from '../../src/kernel/crypto.ts'
import { happened } from '../../src/modules/event/words.ts'
import { planOf } from '../../src/modules/notice/rules.ts'
import { copyRows, type Cell } from '../copy.ts'
import { idAt } from '../id.ts'
import type { DemoPhoto, Kept } from '../photo/photo.ts'
import { randomOf } from '../random.ts'
import { subdistrict } from '../town/profile.ts'
import { unmarked, type Happening, type Row } from './run.ts'
import type { DemoEvent } from './generate.ts'
import { present } from './life.ts'

const code = subdistrictOf(subdistrict.path)

const marks = Object.keys(unmarked) as (keyof typeof unmarked)[]
const eventColumns = [
  'subdistrict', 'id', 'area', 'number', 'title', 'description', 'status', 'severity', 'source', 'matter', 'matter_name', 'area_name', 'place', 'lng', 'lat',
  'reported_by', 'reporter_name', 'reporter_phone', 'reporter_phone_masked', 'unit', 'unit_name', 'unit_kind', 'suggested_unit', 'suggested_unit_name',
  'handle_limit_amount', 'handle_limit_unit', 'question', 'fed_back_by', 'last_step', 'last_by', 'public_reply', 'rating', 'rating_solved', 'rating_text', 'rated_at',
  'close_kind', 'closed_at', 'reopened', 'photo_count', 'reported_at', 'stage_no', 'stage_since', 'due_at', 'warn_at', 'severe_at', 'is_overdue', 'is_severe', 'changed_at',
  ...marks,
  'first_unit', 'first_unit_name', 'first_sent_at', 'first_as_suggested', 'is_missent',
]
const stageColumns = ['subdistrict', 'event', 'no', 'area', 'status', 'since', 'limit_amount', 'limit_unit', 'due_at', 'until', 'used_minutes', 'paused_minutes', 'overdue_minutes', 'ended_by', 'severe_at']
const reminderColumns = ['subdistrict', 'event', 'key', 'area', 'kinds', 'moments', 'next_at']
const journalColumns = ['subdistrict', 'at', 'id', 'name', 'area', 'subject_kind', 'subject', 'actor_side', 'actor', 'actor_name', 'actor_post', 'address', 'request', 'details']
const photoColumns = ['id', 'subdistrict', 'area', 'subject_kind', 'subject', 'part', 'uploaded_by', 'uploader_name', 'kind', 'width', 'height', 'bytes', 'digest', 'at']

export interface Stock { seed: string, events: readonly DemoEvent[], photos: readonly DemoPhoto[], matterNames: ReadonlyMap<string, string>, crypto: Crypto }

/** Writes events with their stages and what the journal says of them, a few thousand at a time. */
export async function storeEvents(client: ClientBase, { seed, events, photos, matterNames, crypto }: Stock): Promise<void> {
  const random = randomOf(`${seed} journal`)
  const photosOf = Map.groupBy(photos, ({ event }) => event)
  await copyRows(client, 'event', eventColumns, mapped(events, (event) => [eventRow(event, photosOf.get(event)?.length ?? 0, matterNames, crypto)]))
  await copyRows(client, 'event_stage', stageColumns, mapped(events, stageRows))
  for (const [table, rows] of Object.entries(besides)) {
    const first = events.flatMap(({ course }) => course[rows])[0]
    if (first) await copyRows(client, table, ['subdistrict', 'event', 'area', ...(table === 'event_assist' ? [] : ['no']), ...Object.keys(first)], mapped(events, (event) => besideRows(event, event.course[rows], table !== 'event_assist')))
  }
  await copyRows(client, 'reminder', reminderColumns, mapped(events, reminderRow))
  await copyRows(client, 'journal', journalColumns, mapped(events, (event) => event.course.happenings.map((happening) => journalRow(event, happening, idAt(random, happening.at.getTime()), photosOf.get(event) ?? []))))
}

export const storePhotoRows = (client: ClientBase, photos: readonly DemoPhoto[], kept: ReadonlyMap<string, Kept>): Promise<void> =>
  copyRows(client, 'photo', photoColumns, photos.map(({ id, event, part, by, at }) => {
    const { width, height, bytes, digest } = kept.get(id)!
    return [id, code, event.reported.place.area, 'event', event.id, part, by.id, by.name, 'image/jpeg', width, height, bytes, digest, at]
  }))

function* mapped<T>(list: readonly T[], rows: (one: T) => Cell[][]): Generator<Cell[]> {
  for (const one of list) yield* rows(one)
}

function eventRow(event: DemoEvent, photoCount: number, matterNames: ReadonlyMap<string, string>, crypto: Crypto): Cell[] {
  const { reported, course } = event
  const { place, limit, reporter } = reported
  const stay = present(course)
  const last = course.happenings.at(-1)!
  const contact = event.caller ?? (reported.source === 'resident' ? { name: reporter.name, phone: reporter.phone! } : null)
  return [
    code, event.id, place.area, event.number, event.title, event.description, stay.status, event.severity, reported.source, reported.story.code, matterNames.get(reported.story.code)!,
    place.areaName, place.place, place.lng, place.lat, reporter.id,
    contact?.name ?? null, contact && crypto.encrypt(contact.phone, 'event.reporter_phone'), contact && (isMobile(contact.phone) ? maskPhone(contact.phone) : contact.phone),
    course.unit?.id ?? null, course.unit?.name ?? null, course.unit?.kind ?? null, course.suggested.id, course.suggested.name,
    limit.amount, limit.unit, course.question, course.fedBackBy, last.step, last.by === reporter && reported.source === 'resident' ? '上报人' : last.named, course.publicReply,
    course.rating?.score ?? null, course.rating?.isSolved ?? null, course.rating?.text ?? null, course.rating?.at ?? null,
    course.closeKind, course.closedAt, course.reopened, photoCount, reported.at, course.stays.length, stay.since, stay.dueAt, stay.warnAt, stay.severeAt, course.isOverdue, course.isSevere, last.at,
    ...marks.map((column) => course.marks[column] ?? unmarked[column]),
    ...firstSent(course),
  ]
}

/** Whom it was sent to first, and whether another unit got it later. */
function firstSent({ happenings }: DemoEvent['course']): Cell[] {
  const [first, ...later] = happenings.filter(({ step }) => step === 'dispatch')
  if (!first) return [null, null, null, null, false]
  const { unit, unitName, isSuggested } = first.details as { unit: string, unitName: string, isSuggested: boolean }
  return [unit, unitName, first.at, isSuggested, later.some(({ details }) => details.unit !== unit)]
}

/** What stands beside an event, table by table. */
const besides = { event_request: 'requests', event_assist: 'assists', event_supervision: 'supervisions' } as const

const besideRows = ({ id, reported }: DemoEvent, rows: readonly Row[], isNumbered: boolean): Cell[][] =>
  rows.map((row, at) => [code, id, reported.place.area, ...(isNumbered ? [at + 1] : []), ...Object.values(row)])

const stageRows = ({ id, reported, course }: DemoEvent): Cell[][] => course.stays.map((stay, at) => [
  code, id, at + 1, reported.place.area, stay.status, stay.since, stay.limit?.amount ?? null, stay.limit?.unit ?? null, stay.dueAt, stay.until, stay.used, stay.paused, stay.overdue, stay.endedBy, stay.severeAt,
])

/** Which photos come with which step. */
const partsOf: Partial<Record<Happening['step'], string[]>> = { report: ['before'], reportHandled: ['before', 'after'], feedback: ['after'] }

/** What waits is reminded of from the first minute on. */
function reminderRow({ id, reported, course }: DemoEvent): Cell[][] {
  const { kinds, moments } = planOf({ ...present(course), reviewOn: null })
  return moments[0] ? [[code, id, 'stay', reported.place.area, `{${kinds.join(',')}}`, `{${moments.map((moment) => `"${moment.toISOString()}"`).join(',')}}`, moments[0]]] : []
}
function journalRow({ id, reported }: DemoEvent, { at, step, by, named, from, to, details }: Happening, journalId: string, photos: readonly DemoPhoto[]): Cell[] {
  const parts = partsOf[step] ?? []
  const taken = photos.filter((photo) => parts.includes(photo.part)).map((photo) => photo.id)
  const told = { from, to, ...details, ...((parts.includes('before') || taken.length > 0) && { photos: taken }) }
  return [code, at, journalId, happened[step], reported.place.area, 'event', id, by?.side ?? 'staff', by?.id ?? null, named, by?.posts[0] ? role[by.posts[0].role] : null, null, null, told]
}
