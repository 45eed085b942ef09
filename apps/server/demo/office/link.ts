import type { LinkDelivery } from '@linli/contract'
import { maskPhone, subdistrictOf } from '@linli/standards'
import type { ClientBase } from 'pg'
import type { Crypto } from '../../src/kernel/crypto.ts'
import { holderName, untilOf } from '../../src/modules/link/rules.ts'
import { demoPosts } from '../account-list.ts'
import { copyRows, type Cell } from '../copy.ts'
import type { DemoEvent } from '../event/generate.ts'
import { present } from '../event/life.ts'
import { idAt } from '../id.ts'
import type { Account, People } from '../people/account.ts'
import { phoneOf } from '../people/name.ts'
import { randomOf, type Random } from '../random.ts'
import { subdistrict } from '../town/profile.ts'
import { atLeast, forwards, type Forward } from './link-words.ts'

const code = subdistrictOf(subdistrict.path)
const dayMs = 86_400_000
/** Links of the last weeks; older ones are of no use to anybody. */
const shownDays = 30

const columns = ['subdistrict', 'id', 'area', 'event', 'kind', 'stage_no', 'name', 'phone', 'phone_masked', 'request', 'made_name', 'made_at', 'due_at', 'until', 'delivery', 'sent_at', 'used_at', 'result', 'result_name', 'passed_at', 'withdrawn_at', 'withdrawn_name', 'withdrawn_for', 'told_at'] as const
const journalColumns = ['subdistrict', 'at', 'id', 'name', 'area', 'subject_kind', 'subject', 'actor_side', 'actor', 'actor_name', 'details']

type Link = Partial<Record<typeof columns[number], Cell>> & { id: string }
/** What the journal says of it: when, what, of the link or of the event, who, and what is remembered. */
type Said = [at: Date, name: string, subject: 'link' | 'event', by: Account | string, details: Record<string, unknown>]
interface Sent { event: DemoEvent, link: Link, said: Said[] }
interface Scene { random: Random, now: Date, crypto: Crypto, people: People }

/** One-time links: what callers and residents were asked in the last weeks, and what units hand out to others now, waiting, late, answered and taken back. */
export async function storeLinks(client: ClientBase, { seed, now, crypto, people, events }: { seed: string, now: Date, crypto: Crypto, people: People, events: readonly DemoEvent[] }): Promise<void> {
  const scene = { random: randomOf(`${seed} links`), now, crypto, people }
  const sent = [...events.filter(({ reported }) => now.getTime() - reported.at.getTime() < shownDays * dayMs).flatMap((event) => asked(scene, event)), ...handedOut(scene, events)]
  await copyRows(client, 'link', columns, sent.map(({ event, link }) => columns.map((column) => ({ subdistrict: code, area: event.reported.place.area, event: event.id, ...link })[column] ?? null)))
  await copyRows(client, 'journal', journalColumns, sent.flatMap(({ event, link, said }) => said.map(([at, name, subject, by, details]): Cell[] => [
    code, at, idAt(scene.random, at.getTime()), name, event.reported.place.area, subject, subject === 'link' ? link.id : event.id, 'staff', typeof by === 'string' ? null : by.id, typeof by === 'string' ? by : by.name, { event: event.id, ...details }])))
}

/** Each question to the reporter went out by a link as well; it ended with the stay in which it was asked. */
function asked({ random, crypto }: Scene, event: DemoEvent): Sent[] {
  const { course: { stays, happenings }, caller, reported: { reporter } } = event
  const phone = caller?.phone ?? reporter.phone!
  return stays.flatMap((stay, at): Sent[] => {
    const [question, ended] = [happenings.find(({ step, at: then }) => step === 'askInfo' && then === stay.since), happenings.find(({ at: then }) => then === stay.until)]
    if (!question || !stay.dueAt) return []
    const [madeAt, sentAt] = [later(stay.since, 2), later(stay.since, 4)]
    const id = idAt(random, madeAt.getTime())
    const asks = { kind: 'ask', phone: maskPhone(phone) }
    const said: Said[] = [[madeAt, 'link.asked', 'link', '系统', { ...asks, delivery: 'waiting' }], [sentAt, 'link.sent', 'link', '系统', { phone: asks.phone }]]
    const link: Link = {
      id, kind: 'ask', stage_no: at + 1, name: '上报人', ...sealed(crypto, phone), request: String(question.details.question), made_name: question.named, made_at: madeAt, due_at: stay.dueAt, until: stay.dueAt, delivery: 'sent', sent_at: sentAt,
    }
    if (ended && ended.named === holderName('ask', { unit: '', person: '' })) {
      said.push([later(ended.at, -2), 'link.answered', 'link', ended.named, asks], [ended.at, 'link.passed', 'link', '系统', { isLate: false }])
      return [{ event, said, link: { ...link, used_at: later(ended.at, -2), result: String(ended.details.answer), passed_at: ended.at } }]
    }
    if (!ended) return [{ event, link, said }]
    const [goneAt, reason] = [later(ended.at, 3), '事件已到下一环节，链接自动撤回']
    said.push([goneAt, 'link.withdrawn', 'link', '系统', { kind: 'ask', reason }])
    return [{ event, said, link: { ...link, withdrawn_at: goneAt, withdrawn_name: '系统', withdrawn_for: reason } }]
  })
}

/** Units whose sign-in names are printed: what they hand out a newcomer finds. */
const signsIn = new Set(demoPosts.flatMap(([, post]) => /^部门经办人（(.+)）$/.exec(post)?.[1] ?? []))

/** Of what units have in hand, some is asked of others who have no account. */
function handedOut(scene: Scene, events: readonly DemoEvent[]): Sent[] {
  const isFit = ({ course, reported: { unit } }: DemoEvent) => present(course).status === 'handling' && unit.kind !== 'community' && scene.now.getTime() - present(course).since.getTime() > atLeast
  const isShown = ({ course: { unit } }: DemoEvent) => Number(signsIn.has(unit!.name))
  const fit = events.filter(isFit).toSorted((a, b) => isShown(b) - isShown(a) || present(a.course).since.getTime() - present(b.course).since.getTime())
  return forwards.slice(0, fit.length).map((forward, at) => handOut(scene, fit[at]!, forward))
}

/** Moments are shares of the time that passed since it was signed. */
function handOut({ random, now, crypto, people }: Scene, event: DemoEvent, { unit, hasPhone, request, made, due, done, withdrawn }: Forward): Sent {
  const since = present(event.course).since.getTime()
  const moment = (share: number) => new Date(Math.round(since + (now.getTime() - since) * share))
  const [by] = people.handlers.get(event.course.unit!.id)!
  const [madeAt, dueAt] = [moment(made), due === null ? later(now, 3 * 86_400) : moment(due)]
  const phone = hasPhone ? phoneOf(random.whole(1000, 9999)) : null
  const delivery: LinkDelivery = phone ? 'sent' : 'notAsked'
  const told = { name: unit, phone: phone && maskPhone(phone), dueAt: dueAt.toISOString() }
  const said: Said[] = [[madeAt, 'link.forwarded', 'link', by!, told], [madeAt, 'event.forwarded', 'event', by!, { unitName: unit, note: request, dueAt: told.dueAt }]]
  if (phone) said.push([later(madeAt, 3), 'link.sent', 'link', '系统', { phone: told.phone }])
  const link: Link = {
    id: idAt(random, madeAt.getTime()), kind: 'forward', stage_no: event.course.stays.length, name: unit, ...sealed(crypto, phone), request, made_name: by!.name, made_at: madeAt, due_at: dueAt, until: untilOf(dueAt), delivery, sent_at: phone && later(madeAt, 3),
  }
  if (due !== null && !done && !withdrawn) {
    link.told_at = later(dueAt, 300)
    said.push([later(dueAt, 300), 'event.forward-late', 'event', '系统', { unitName: unit, dueAt: told.dueAt }])
  }
  if (done) {
    const [at, holder] = [moment(done.at), holderName('forward', { unit, person: done.by })]
    Object.assign(link, { used_at: at, result: done.text, result_name: done.by, passed_at: later(at, 2) })
    said.push([at, 'link.answered', 'link', holder, { kind: 'forward', phone: told.phone, photos: 0 }], [later(at, 2), 'event.forward-done', 'event', holder, { unitName: unit, text: done.text, link: link.id }], [later(at, 2), 'link.passed', 'link', '系统', { isLate: false }])
  }
  if (withdrawn) {
    const at = moment(withdrawn.at)
    Object.assign(link, { withdrawn_at: at, withdrawn_name: by!.name, withdrawn_for: withdrawn.reason })
    said.push([at, 'link.withdrawn', 'link', by!, { kind: 'forward', reason: withdrawn.reason }], [at, 'event.forward-withdrawn', 'event', by!, { unitName: unit, note: withdrawn.reason }])
  }
  return { event, link, said }
}

const sealed = (crypto: Crypto, phone: string | null) => ({ phone: phone && crypto.encrypt(phone, 'link.phone'), phone_masked: phone && maskPhone(phone) })
const later = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000)
