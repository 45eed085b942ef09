import { randomBytes } from 'node:crypto'
import { createCall, type Call } from '@linli/client'
import { roleSide, type Role } from '@linli/contract'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Crypto } from '../src/kernel/crypto.ts'
import { newId } from '../src/kernel/id.ts'
import { hashToken } from '../src/kernel/session-cookie.ts'

/** Somebody who is signed in and asks through the front door. */
export interface Person {
  id: string
  name: string
  token: string
  call: Call
  /** The raw answer, for what a typed caller cannot say. */
  raw(path: string, body: unknown, headers?: Record<string, string>): Promise<{ status: number, body: unknown }>
}

export interface Unit { id: string, name: string, area: string }

/** A sub-district of its own: `/33/99/01/0nn/` with three communities of two grids, each community also a unit. */
export interface Subdistrict {
  code: number
  area: string
  communities: { area: string, name: string, unit: Unit, grids: string[] }[]
  unit(name: string, kind?: 'office' | 'department' | 'outside'): Promise<Unit>
  staff(name: string, role: Role, area?: string): Promise<Person>
  /** Somebody who handles for a unit. */
  handler(name: string, unit: Unit): Promise<Person>
  resident(name: string, phone?: string): Promise<Person>
}

let founded = 100

let phones = 3000
/** Another number for each resident; those that stories give themselves lie outside 3001 to 4300. */
const nextPhone = () => `1390000${phones += 1}`

export async function foundSubdistrict(owner: pg.Client, http: FastifyInstance, crypto: Crypto): Promise<Subdistrict> {
  const number = (founded += 1)
  const code = 339901000 + number
  const area = `/33/99/01/${number}/`
  const run = (text: string, values: unknown[]) => owner.query(text, values)
  await putArea(run, area, `第${number}街道`, 'subdistrict', square(120 + number / 100, 30, 0.009))
  const communities = []
  for (const at of [0, 1, 2]) {
    const path = `${area}00${at + 1}/`
    const name = `${['东', '西', '南'][at]}苑社区`
    await putArea(run, path, name, 'community', square(120 + number / 100 + at * 0.003, 30, 0.003))
    const grids = []
    for (const grid of [1, 2]) {
      grids.push(`${path}00${grid}/`)
      await putArea(run, `${path}00${grid}/`, `第${grid}网格`, 'grid', square(120 + number / 100 + at * 0.003, 30 + (grid - 1) * 0.0015, 0.003, 0.0015))
    }
    communities.push({ area: path, name, grids, unit: await putUnit(run, code, { name, area: path }, 'community') })
  }
  const person = (name: string, side: string, role: Role | undefined, where: { area: string, unit?: string, phone?: string }) => putPerson(run, http, crypto, { name, side, role, ...where })
  return {
    code, area, communities,
    unit: (name, kind = 'department') => putUnit(run, code, { name, area }, kind),
    staff: (name, role, within = area) => person(name, roleSide[role], role, { area: within }),
    handler: (name, unit) => person(name, 'unit', 'handler', { area: unit.area, unit: unit.id }),
    resident: (name, phone = nextPhone()) => person(name, 'resident', undefined, { area: '', phone }),
  }
}

type Run = (text: string, values: unknown[]) => Promise<unknown>

const square = (lng: number, lat: number, width: number, height = width) => ({ west: lng, south: lat, east: lng + width, north: lat + height })

async function putArea(run: Run, path: string, name: string, kind: string, { west, south, east, north }: ReturnType<typeof square>): Promise<void> {
  const shape = { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }
  await run('insert into area (path, name, kind, lng, lat, shape, west, south, east, north) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [path, name, kind, (west + east) / 2, (south + north) / 2, JSON.stringify(shape), west, south, east, north])
}

async function putUnit(run: Run, subdistrict: number, { name, area }: { name: string, area: string }, kind: string): Promise<Unit> {
  const id = newId()
  await run('insert into unit (id, subdistrict, area, name, kind) values ($1, $2, $3, $4, $5)', [id, subdistrict, area, name, kind])
  return { id, name, area }
}

interface Who { name: string, side: string, role: Role | undefined, area: string, unit?: string, phone?: string }

async function putPerson(run: Run, http: FastifyInstance, crypto: Crypto, { name, side, role, area, unit, phone }: Who): Promise<Person> {
  const id = newId()
  const token = randomBytes(32).toString('base64url')
  const sealed = phone ? [crypto.encrypt(phone, 'account.phone'), crypto.index(phone, 'account.phone'), `${phone.slice(0, 3)}****${phone.slice(-4)}`] : [null, null, null]
  await run('insert into account (id, side, name, sign_in_name, area, unit, phone, phone_index, phone_masked, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())',
    [id, side, name, side === 'resident' ? null : `p${id.slice(-12)}`, area, unit ?? null, ...sealed])
  if (role && role !== 'resident') await run(`insert into post (id, account, role, area, valid_from) values ($1, $2, $3, $4, '2020-01-01')`, [newId(), id, role, area])
  await run(`insert into session (id, token, account, device, address, since, last_seen, until, idle_seconds) values ($1, $2, $3, '测试', '127.0.0.1', '2020-01-01', '2020-01-01', '2100-01-01', 2000000000)`, [newId(), hashToken(token), id])
  const raw: Person['raw'] = async (path, body, headers = {}) => {
    const answer = await http.inject({ method: 'POST', url: path, headers: { authorization: `Bearer ${token}`, ...headers }, payload: body as object })
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
  }
  return { id, name, token, raw, call: createCall((path, body) => raw(path, body)) }
}
