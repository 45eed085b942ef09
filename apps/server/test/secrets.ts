import assert from 'node:assert/strict'
import { contract, type Endpoint, type ModuleName } from '@linli/contract'
import { readXlsx } from 'hucre/xlsx'
import sharp from 'sharp'
import type { City } from './city.ts'
import type { Person } from './city-people.ts'
import { matrix, type World } from './matrix.ts'
import { look } from './photo.ts'

/** Somebody who reported: what would tell who it was. */
export interface Reporter { id: string, name: string, phone: string, isHidden: boolean }

/** Everything somebody can read, by the way they asked for it: each reading endpoint of the contract about each of these events, and their search for each of these words. */
export async function readEverything(person: Person, { world, events, words }: { world: World, events: readonly string[], words: readonly string[] }): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  const ask = async (path: string, input: unknown) => {
    const { status, body } = await person.raw(path, input)
    assert.notEqual(status, 429, 'who is told to wait has read nothing')
    read.set(`${path} ${JSON.stringify(input)}`, `${status} ${JSON.stringify(body)} ${await sheetsIn(body)}`)
  }
  for (const [module, endpoints] of Object.entries(contract) as [ModuleName, Record<string, Endpoint>][]) {
    for (const [name, { kind, input }] of Object.entries(endpoints)) {
      if (kind === 'writes') continue
      const right = (matrix[module] as unknown as Record<string, { input: (world: World) => object }>)[name]!.input(world)
      await ask(`/api/${module}/${name}`, right)
      const fields = Object.keys(((input as unknown as { shape?: object }).shape ?? {}))
      if (module === 'event' && fields.includes('id')) for (const id of events) await ask(`/api/${module}/${name}`, { ...right, id })
      if (fields.includes('text')) for (const text of words) await ask(`/api/${module}/${name}`, { ...right, text })
      if (fields.includes('limit')) await ask(`/api/${module}/${name}`, { ...right, limit: 100 })
    }
  }
  return read
}

/** What stands in the cells of a workbook that an answer carries. */
async function sheetsIn(body: unknown): Promise<string> {
  const { xlsx } = (body ?? {}) as { xlsx?: string }
  return xlsx === undefined ? '' : JSON.stringify((await readXlsx(Buffer.from(xlsx, 'base64'))).sheets.map(({ rows }) => rows))
}

/** Nothing that was read tells who reported; only who reported openly is told whole, to who asks for it with a purpose. */
export function assertUntold(who: string, read: ReadonlyMap<string, string>, reporters: readonly Reporter[]): void {
  for (const [asked, answer] of read) {
    // What they looked for themselves stands in their own records.
    const told = asked.startsWith('/api/audit/mine ') ? answer.replaceAll(/"details":\{"text":"[^"]*"(,"limit":\d+)?\}/g, '') : answer
    for (const { id, name, phone, isHidden } of reporters) {
      if (!isHidden && asked.startsWith('/api/event/reveal ') && told.startsWith('200 ')) continue
      const masked = `${phone.slice(0, 3)}****${phone.slice(-4)}`
      const secrets = [id, name, phone, ...(isHidden ? [masked] : [])]
      // What one wrote oneself into a question comes back in the answer only where that repeats it.
      for (const secret of secrets) assert.ok(!told.includes(secret), `${who} reads ${secret}: ${asked} → ${told.slice(Math.max(0, told.indexOf(secret) - 200), told.indexOf(secret) + 100)}`)
    }
  }
}

/** The photos of these events that somebody may see hold no trace of the camera, its owner or the place. @returns how many were seen. */
export async function assertPlainPhotos({ http, owner }: City, person: Person): Promise<number> {
  const { rows } = await owner.query<{ id: string }>('select id from photo')
  let seen = 0
  for (const { id } of rows) {
    for (const size of ['full', 'thumb']) {
      const { status, content } = await look(http, person, id, size)
      if (status !== 200) continue
      seen += 1
      const { exif, xmp, iptc } = await sharp(content).metadata()
      assert.deepEqual([exif, xmp, iptc, content.includes('王示一'), content.includes('示例相机')], [undefined, undefined, undefined, false, false])
    }
  }
  return seen
}
