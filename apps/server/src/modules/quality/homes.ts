import type { Input, Output } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import { Problem } from '../../kernel/problem.ts'
import { reviseHousing, standsHousing } from '../housing/index.ts'
import type { Known } from './flaw-queries.ts'
import * as queries from './queries.ts'
import { closeFlaws } from './settle.ts'
import { subjectOf } from './subject.ts'

/** A home as it stood before it was said to stand empty, and the revision that says so. */
export interface HomeBefore { id: string, state: string | null, revision: number }
/** 空置 of the code table `housingState`. */
const empty = '04'

/** Homes that stand empty, many at once, as one thing that can be undone; whatever cannot be changed is told with the reason. */
export async function standEmpty(ctx: Ctx, { homes }: Input<'quality', 'standEmpty'>): Promise<Output<'quality', 'standEmpty'>> {
  const done: (HomeBefore & { subdistrict: number, area: string })[] = []
  const left: { home: string, why: string }[] = []
  for (const id of [...new Set(homes)].toSorted()) {
    const home = await standsHousing(ctx, id)
    if (!home || !mayIn(ctx.actor, 'base.edit', home.subject.area)) {
      left.push({ home: id, why: '没有找到，或您无权办理' })
      continue
    }
    const { revision } = await reviseHousing(ctx, id, { state: empty }, { source: 'form' })
    done.push({ id, subdistrict: home.subject.subdistrict, area: home.subject.area, state: (home.standing.values.state ?? null) as string | null, revision })
  }
  const [first] = done
  if (!first) throw new Problem('not-found', { detail: left[0]?.why })
  const row = { subdistrict: first.subdistrict, id: ctx.newId(), area: commonArea(done.map(({ area }) => area)) }
  const flaws: Known[] = await closeFlaws(ctx.db, row.subdistrict, done.map(({ id }) => id), ['noHousehold'])
  const before = done.map(({ id, state, revision }): HomeBefore => ({ id, state, revision }))
  await queries.insertMend(ctx, { ...row, way: 'vacant', before: JSON.stringify({ people: [], homes: before, flaws }), at: ctx.now, by: ctx.actor.id!, by_name: ctx.actor.name })
  ctx.record('quality.mended', subjectOf(row), { way: 'vacant', homes: done.length })
  return { mend: row.id, mended: done.length, left }
}

/** As it was used before, unless somebody changed it since. */
export async function usedAsBefore(ctx: Ctx, { id, state, revision }: HomeBefore): Promise<boolean> {
  const home = await standsHousing(ctx, id)
  if (!home || home.standing.revision !== revision || !mayIn(ctx.actor, 'base.edit', home.subject.area)) return false
  await reviseHousing(ctx, id, { state }, { source: 'restore' })
  return true
}
