import { readDoor } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { findHousing } from '../housing/index.ts'
import { subdistrictsIn } from '../organisation/index.ts'
import * as queries from './queries.ts'

/** Whoever needs more says more of the name or of the address. */
const most = 2000
const mostUnits = 500

export interface Among { households: string[], units: string[] }

/** Where a text leads: to the units of an address, or to households by the name of their head. */
export async function lookedUp(ctx: Ctx, area: string, text: string): Promise<Among> {
  const subdistricts = await subdistrictsIn(ctx, [area])
  const door = readDoor(text)
  if (door) return { households: [], units: (await findHousing(ctx, subdistricts, door, mostUnits)).map(({ id }) => id) }
  const plain = text.replace(/\s/g, '').toLowerCase()
  if (!/^[a-z]+$/.test(plain)) return { households: await queries.headedBy(ctx, subdistricts, { by: 'name', looked: text.replace(/\s/g, '') }, most), units: [] }
  const found = [] as string[]
  for (const by of plain.length <= 6 ? ['initials', 'pinyin'] as const : ['pinyin'] as const) found.push(...await queries.headedBy(ctx, subdistricts, { by, looked: plain }, most))
  return { households: [...new Set(found)], units: [] }
}
