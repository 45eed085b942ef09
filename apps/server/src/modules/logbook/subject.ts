import type { LogbookAbout } from '@linli/contract'
import { readDoor } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { enterpriseNamed, findEnterprises } from '../enterprise/index.ts'
import { findHousing, housingUnit } from '../housing/index.ts'
import { areaNamed } from '../organisation/index.ts'
import { findThings, standsThing } from '../thing/index.ts'
import { shapeOf } from './book.ts'
import type { BookRow } from './queries.ts'

/** What an entry is about, and where that is. The place in words stands among the values. */
export interface About { record: string | null, name: string, area: string }
export interface Told { record?: string | undefined, named?: string | undefined, area?: string | undefined }

/** @throws Problem not-found, input.invalid */
export async function aboutOf(ctx: Ctx, book: BookRow, told: Told): Promise<About> {
  const { about, subjectLabel } = shapeOf(book)
  const at = about === 'none' || about === 'place' ? { record: null, name: '', area: await areaOf(ctx, book, told) } : await recordOf(ctx, book, { ...told, about, subjectLabel })
  if (!at.area.startsWith(book.area)) throw wrong('area', '不在这本登记簿的辖区里')
  return at
}

const wrong = (path: string, message: string) => new Problem('input.invalid', { detail: message, fields: [{ path, message }] })

/** Where who writes is at home, as far as the logbook reaches. */
async function areaOf(ctx: Ctx, book: BookRow, { area }: Told): Promise<string> {
  if (area !== undefined) return (await areaNamed(ctx, area)).path
  return ctx.actor.area.startsWith(book.area) ? ctx.actor.area : book.area
}

async function recordOf(ctx: Ctx, book: BookRow, { record, named, about, subjectLabel }: Told & { about: LogbookAbout, subjectLabel: string }): Promise<About> {
  if (record === undefined && (named ?? '') === '') throw wrong('named', `请选择${subjectLabel}`)
  const id = record ?? await idOf(ctx, book, { about, named: named! })
  switch (about) {
    case 'enterprise': {
      const { name, area } = found(await enterpriseNamed(ctx, id))
      return { record: id, name, area }
    }
    case 'housing': {
      const { address: name, area } = found(await housingUnit(ctx, id))
      return { record: id, name, area }
    }
    default: {
      const { name, standing: { area } } = found(await standsThing(ctx, id))
      return { record: id, name, area }
    }
  }
}

const mostLooked = 20

/** The one record that is called so: what is written in a grid or pasted from a table is a name. */
async function idOf(ctx: Ctx, { subdistrict }: BookRow, { about, named }: { about: LogbookAbout, named: string }): Promise<string> {
  const hits = await (async () => {
    if (about === 'enterprise') return (await findEnterprises(ctx, [subdistrict], { by: 'name', text: named }, mostLooked)).filter(({ name }) => name === named)
    if (about === 'thing') return (await findThings(ctx, [subdistrict], named, mostLooked)).filter(({ name, code }) => name === named || code === named)
    const door = readDoor(named)
    return door ? findHousing(ctx, [subdistrict], door, 2) : []
  })()
  if (hits.length === 1) return hits[0]!.id
  throw wrong('named', hits.length === 0 ? `底数里没有“${named}”，请先登记，或写全名` : `有几个都叫“${named}”，请用登记表选择是哪一个`)
}
