import assert from 'node:assert/strict'
import { problems, type ProblemBody, type Role } from '@linli/contract'
import type { LightMyRequestResponse } from 'fastify'
import { nowhere } from './odd.ts'
import type { Written } from './watcher.ts'

/** Words of the machine that no answer may hold: a stack, a statement, a driver's or a library's sentence. */
const machine = /\n\s+at |\bat [\w.<>]+ \(|node:internal|node_modules|\.ts:\d+|\b(select|insert into|update|delete from)\b[^"]{0,80}\b(from|where|values|set)\b|(relation|column|constraint|function) \\?"|syntax error|invalid input syntax|violates|undefined is not|is not a function|cannot read|unexpected token/i
const declared = ['type', 'code', 'status', 'title', 'detail', 'fields', 'details', 'request']

/** A refusal is of the declared form and speaks the office's language; nothing else is an answer than 200 and this. @returns the request's number where it was refused. */
export function assertAnswered(answer: LightMyRequestResponse, sent: string): string | undefined {
  const told = `${sent.slice(0, 300)} → ${answer.statusCode} ${answer.body.slice(0, 400)}`
  if (answer.statusCode === 200) return undefined
  assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, told)
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, told)
  const body = answer.json<ProblemBody>()
  const { type, code, status, title, detail, fields = [], request } = body
  assert.deepEqual([type, problems[code]?.status, status, title], [`urn:linli:problem:${code}`, answer.statusCode, answer.statusCode, problems[code]?.title], told)
  assert.deepEqual(Object.keys(body).filter((key) => !declared.includes(key)), [], told)
  // People read these words: no sentence of a library among them.
  for (const words of [title, detail ?? title, ...fields.map(({ message }) => message)]) {
    assert.match(words, /\p{Script=Han}/u, told)
    // What somebody wrote is told again between quotes, so that they find it.
    assert.doesNotMatch(words.replace(/“([^”]*)”/g, (whole, quoted: string) => (sent.includes(JSON.stringify(quoted).slice(1, -1)) ? '' : whole)), /[a-z]{5}/i, told)
  }
  const said = machine.exec(answer.body)?.[0]
  assert.ok(said === undefined || sent.includes(said), `${said}: ${told}`)
  assert.ok(request, told)
  return request
}

/** Somebody who asks, and what is theirs to see. */
export interface Seer { id: string | null, role: Role | 'gate', side: 'staff' | 'unit' | 'resident' | 'gate', areas: readonly string[], unit: string | null }

interface Thing { kind: string, area: string, side: string | undefined, units: Set<string>, people: Set<string>, subject: string | undefined }

/** Who may see what there is, by the rows as they were written, and whether an answer keeps to it. */
export function openOverlook() {
  const things = new Map<string, Thing>()
  return {
    learn(written: Written[]): void {
      for (const { name, row: { id, area, side, unit, units = [], assists = [], reported_by: reporter, uploaded_by: uploader, subject } } of written) {
        if (!id || !['event', 'whistle', 'photo', 'account', 'unit'].includes(name)) continue
        const thing = things.get(id) ?? { kind: name, area: area ?? '', side, units: new Set(), people: new Set(), subject }
        for (const one of [unit, ...units, ...assists]) if (one) thing.units.add(one)
        for (const one of [reporter, uploader]) if (one) thing.people.add(one)
        // Where it is now: a photo gets a place with what it belongs to.
        thing.area = area ?? thing.area
        thing.subject = subject ?? thing.subject
        things.set(id, thing)
      }
    },
    /** Nothing of what the answer names lies where this person does not see, unless they named it themselves. */
    assertOwn(seer: Seer, answer: string, sent: string): void {
      const ids = answer.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
      for (const id of new Set(ids)) {
        const thing = things.get(id)
        const owner = thing?.subject === undefined ? undefined : things.get(thing.subject)
        if (thing && !mayNotice(seer, id, thing) && !(owner && mayNotice(seer, thing.subject!, owner)) && !sent.includes(id)) assert.fail(`${seer.side} of ${seer.areas.join(' ')} is told of ${thing.kind} ${id} of ${thing.area}: ${sent.slice(0, 200)} → ${answer.slice(0, 600)}`)
      }
      if (seer.side === 'resident' || seer.side === 'gate') return
      for (const path of new Set(answer.match(/\/33\/99\/01\/\d{3}\//g) ?? [])) {
        // Somebody wrote it down as mere words; nobody is there to be told of.
        if (path === nowhere) continue
        assert.ok(seer.areas.some((area) => path.startsWith(area) || area.startsWith(path)) || sent.includes(path), `${seer.side} of ${seer.areas.join(' ')} is told of ${path}: ${sent.slice(0, 200)} → ${answer.slice(0, 600)}`)
      }
    },
  }
}

export type Overlook = ReturnType<typeof openOverlook>

const office = (area: string) => area.split('/').slice(0, 5).join('/')

function mayNotice({ id: person, role, side, areas, unit }: Seer, id: string, thing: Thing): boolean {
  if (thing.people.has(person ?? '') || id === person || id === unit) return true
  const isHome = areas.some((area) => thing.area.startsWith(area))
  switch (thing.kind) {
    // Units of the same office are called, sent to and shown to each other; who works there stands beside what they did.
    case 'unit': return side !== 'gate' && (side === 'resident' || areas.some((area) => office(area) === office(thing.area) || thing.area.startsWith(area)))
    // Which account a resident has is known to who looks after accounts and who reads the journal.
    case 'account': return side === 'staff' && (thing.side === 'resident' ? ['systemAdmin', 'auditAdmin'].includes(role) : areas.some((area) => office(area) === office(thing.area) || thing.area.startsWith(area)))
    default: return side === 'staff' ? isHome && thing.area !== '' : side === 'unit' && thing.units.has(unit ?? '')
  }
}
