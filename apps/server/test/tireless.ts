import { randomBytes } from 'node:crypto'
import { createCall } from '@linli/client'
import { newId } from '../src/kernel/id.ts'
import { hashToken } from '../src/kernel/session-cookie.ts'
import type { City } from './city.ts'
import type { Person } from './city-people.ts'

/** Sessions of one account, open whatever the clock says. */
export async function openSessions({ owner }: City, account: string, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'))
  for (const token of tokens) {
    await owner.query(`insert into session (id, token, account, device, address, since, last_seen, until, idle_seconds) values ($1, $2, $3, '', '', now(), '2020-01-01', '2100-01-01', 2000000000)`, [newId(), hashToken(token), account])
  }
  return tokens
}

/** The same person with many sessions in turn, so that the limits of one do not end what they do. */
export async function tireless<P extends Person>(city: City, person: P): Promise<P> {
  const tokens = await openSessions(city, person.id, 12)
  let asked = 0
  const raw: Person['raw'] = (path, body, headers = {}) => person.raw(path, body, { authorization: `Bearer ${tokens[(asked += 1) % tokens.length]}`, ...headers })
  return { ...person, raw, call: createCall((path, body) => raw(path, body)) }
}
