import { contract, role as roles, roleSide, type Endpoint, type ModuleName, type Role } from '@linli/contract'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { newId } from '../src/kernel/id.ts'
import { assertAnswered, openOverlook, type Seer } from './answer-check.ts'
import type { City } from './city.ts'
import type { Person, Subdistrict, Unit } from './city-people.ts'
import { inputsOf, type Known } from './hostile.ts'
import { matrix, type World } from './matrix.ts'
import { openSessions } from './tireless.ts'
import { assertAtHome, assertTold, assertUntouched, type Written } from './watcher.ts'

/** Somebody with many sessions, so that the limits of one do not end the questions. */
export interface Asker extends Seer { tokens: string[] }

interface Side { street: Subdistrict, unit: Unit, staff: Partial<Record<Role, Person>> }
export interface Sides { ours: Side, theirs: Side }
/** What the questions are about: things of ours by field name, things of the neighbours and of other kinds, and the world of the matrix. */
export interface Subject { known: Record<ModuleName, Known>, strangers: readonly string[], world: World }

/** How many inputs of an endpoint each is asked: those it is open to, the neighbours with the same post, who is not let in, and nobody in particular. */
const runs = { open: 7, neighbour: 2, closed: 1, gate: 10 }

const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}-/.test(value)
const isPath = (value: unknown) => typeof value === 'string' && value.startsWith('/33/')

export async function openAsking(city: City, watched: { drain(): Promise<Written[]> }) {
  const overlook = openOverlook()
  const { rows: permissions } = await city.owner.query('select code, permissions from role')
  const areasOf = new Map<string, readonly string[]>()
  const sum = { asked: 0, refused: 0, written: 0 }
  let ours: Asker[] = []
  let theirs: Asker[] = []
  let subject: Subject
  let answered: { answer: LightMyRequestResponse, asker: Asker, sent: string }[] = []

  async function askerOf({ street, unit, staff }: Side, role: Role): Promise<Asker> {
    const area = role === 'securityAdmin' ? '/' : ['secretary', 'socialWorker', 'gridWorker', 'steward'].includes(role) ? street.communities[0]!.area : street.area
    const person = staff[role] ?? (role === 'resident' ? await street.resident('钱示七') : role === 'handler' ? await street.handler('经办人三', unit) : await street.staff(roles[role], role, area))
    const tokens = await openSessions(city, person.id, 10)
    if (roleSide[role] === 'staff') areasOf.set(person.id, [area])
    return { id: person.id, role, side: roleSide[role], areas: role === 'resident' ? [] : [area], unit: role === 'handler' ? unit.id : null, tokens }
  }

  /** Asks once, and remembers the answer for the look over it. */
  async function send(url: string, input: unknown, asker: Asker, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    sum.asked += 1
    const [at, payload] = [sum.asked, JSON.stringify(input) ?? 'null']
    const token = asker.tokens.length > 0 && `Bearer ${asker.tokens[at % asker.tokens.length]}`
    const answer = await city.http.inject({
      method: 'POST', url, payload, remoteAddress: `203.${at >> 16 & 255}.${at >> 8 & 255}.${at & 255}`, headers: { 'content-type': 'application/json', ...(token && { authorization: token }), ...headers },
    })
    answered.push({ answer, asker, sent: `${asker.role} ${url} ${payload}` })
    return answer
  }

  /** What must hold after whatever was asked since the last time. */
  async function lookOver(): Promise<void> {
    const [written, over] = [await watched.drain(), answered]
    answered = []
    overlook.learn(written)
    await assertTold(city, written)
    await assertAtHome(city, written, areasOf)
    const refused = over.map(({ answer, sent }) => assertAnswered(answer, sent)).filter((request) => request !== undefined)
    await assertUntouched(city, refused)
    for (const { answer, asker, sent } of over) overlook.assertOwn(asker, seenIn(answer, sent), sent)
    sum.refused += refused.length
    sum.written += written.length
  }

  return {
    lookOver, send,
    ours: () => ours,
    subject: () => subject,
    sum: () => sum,
    async begin(sides: Sides, about: Subject): Promise<void> {
      subject = about
      for (const { code, permissions: held } of permissions) await city.owner.query('update role set permissions = $2 where code = $1', [code, held])
      const everyone = Object.keys(roles) as Role[]
      ours = await Promise.all(everyone.map((role) => askerOf(sides.ours, role)))
      theirs = await Promise.all(everyone.map((role) => askerOf(sides.theirs, role)))
      overlook.learn(await watched.drain())
    },
    /** Every photo there is, asked for by everybody. @returns how often one was shown. */
    async lookAtPhotos(): Promise<number> {
      const { rows } = await city.owner.query<{ id: string }>('select id from photo')
      let shown = 0
      for (const asker of [...ours, ...theirs]) {
        for (const { id } of rows) {
          const { statusCode, headers } = await city.http.inject({ url: `/api/file/${id}?size=thumb`, headers: { authorization: `Bearer ${asker.tokens[0]}` } })
          if (statusCode === 404) continue
          overlook.assertOwn(asker, id, `${statusCode}`)
          shown += Number(headers['content-type'] === 'image/jpeg')
        }
      }
      return shown
    },
    async ask(module: ModuleName, name: string, seed: number): Promise<void> {
      const endpoint = (contract[module] as Record<string, Endpoint>)[name]!
      const { who, input } = (matrix[module] as unknown as Record<string, { who: readonly Role[] | string, input: (world: World) => unknown }>)[name]!
      const known = withStrangers(subject.known[module], subject.strangers)
      const isOpen = (role: Role | 'gate') => (role === 'gate' ? who === 'anyone' : typeof who === 'string' || who.includes(role))
      const url = `/api/${module}/${name}`
      const askAs = async (asker: Asker, numRuns: number) => {
        const inputs = fc.sample(inputsOf(endpoint, known, input(subject.world)), { numRuns, seed: seed + seedOf(`${url} ${asker.role} ${numRuns}`) })
        await Promise.all(inputs.map((one, at) => send(url, one, asker, keyFor(seed + at))))
      }
      for (const asker of ours) await askAs(asker, isOpen(asker.role) ? runs.open : runs.closed)
      for (const asker of theirs) if (isOpen(asker.role)) await askAs(asker, runs.neighbour)
      await askAs({ id: null, role: 'gate', side: 'gate', areas: [], unit: null, tokens: [] }, isOpen('gate') ? runs.gate : runs.closed)
      await lookOver()
    },
  }
}

export type Asking = Awaited<ReturnType<typeof openAsking>>

/** What an answer shows. The journal also tells of what people named in their questions, theirs or not; who reports is told which others are alike. */
function seenIn({ body, statusCode }: LightMyRequestResponse, sent: string): string {
  if (sent.startsWith('resident /api/event/similarMine ')) return ''
  if (statusCode !== 200 || !/^\S+ \/api\/audit\/(list|mine|export) /.test(sent)) return body
  const { rows } = JSON.parse(body) as { rows: { subjectKind: string, subject: string, details: object }[] | number }
  return JSON.stringify(Array.isArray(rows) ? rows.map((row) => ({ ...row, details: null, ...(row.subjectKind === 'look' && { subject: '' }) })) : rows)
}

/** Some bring a key for repeated submissions: one of a few, so that it was used before for something else, or none that is a key. */
function keyFor(at: number): Record<string, string> {
  const key = ['', '', '', '', 'used-before-1', 'used-before-2', newId(), "'; drop --", 'x'.repeat(5000)][at % 9]!
  return key === '' ? {} : { 'idempotency-key': key }
}

/** Where something can be named, something of the neighbours and something of another kind can be named too. */
const withStrangers = (known: Known, strangers: readonly string[]): Known => Object.fromEntries(Object.entries(known).map(([field, values]) =>
  [field, values.some(isId) ? [...values, ...values, ...values, ...strangers.filter(isId)] : values.some(isPath) ? [...values, ...values, ...strangers.filter(isPath)] : values]))

/** The same text gives the same number. */
const seedOf = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, 7)
