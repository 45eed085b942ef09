import type { Input, Output } from '@linli/contract'
import { shippedThresholds } from '@linli/matching'
import { areaAt, areaOf, isAreaPath, subdistrictOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import type { Asking } from './answer-queries.ts'
import { listMatchings, putMatching, type MatchingRow } from './matching-queries.ts'
import { lineOf, tuningOf, type Said, type Tuning } from './matching-rules.ts'
import { grow } from './queries.ts'

type View = Output<'knowledge', 'matching'>

const saidIn = (row: MatchingRow | undefined): Said | undefined => row && { terms: row.terms, thresholds: row.answer === null || row.offer === null ? null : { answer: row.answer / 100, offer: row.offer / 100 } }
const percent = (share: number): number => Math.round(share * 100)

/** How questions are matched where somebody asks; `tried`: as if that were said there. */
export async function tuningAt(ctx: Ctx, { subdistrict, office, community }: Pick<Asking, 'subdistrict' | 'office' | 'community'>, tried?: Said): Promise<Tuning> {
  const rows = await listMatchings(ctx, subdistrict, [office, ...community === null ? [] : [community]])
  const at = (area: string | null) => saidIn(rows.find((row) => row.area === area))
  return community === null ? tuningOf(tried ?? at(office), undefined, shippedThresholds) : tuningOf(tried ?? at(community), at(office), shippedThresholds)
}

/** The sub-district or community that is meant. @throws Problem input.invalid, not-found */
async function placeOf(ctx: Ctx, area: string) {
  const office = isAreaPath(area) ? areaAt(area, 'subdistrict') : undefined
  const place = isAreaPath(area) ? areaAt(area, 'community') ?? office : undefined
  if (!office || !place) throw new Problem('input.invalid', { fields: [{ path: 'area', message: '请选择街道或社区' }] })
  const { path, name } = await areaNamed(ctx, place)
  if (!mayIn(ctx.actor, 'knowledge.view', path) && !ctx.actor.posts.some((post) => post.area.startsWith(path))) throw new Problem('not-found')
  return { subdistrict: subdistrictOf(office), office, area: path, name }
}

export async function matching(ctx: Ctx, { area: asked }: Input<'knowledge', 'matching'>): Promise<View> {
  const { subdistrict, office, area, name } = await placeOf(ctx, asked)
  const rows = await listMatchings(ctx, subdistrict, [office, area])
  const own = rows.find((row) => row.area === area)
  const above = area === office ? undefined : saidIn(rows.find((row) => row.area === office))
  const { terms, thresholds } = tuningOf(undefined, above, shippedThresholds)
  return {
    area, areaName: name, terms: own?.terms ?? [], thresholds: saidIn(own)?.thresholds ?? null, above: { terms, thresholds },
    changedBy: own?.changed_name ?? null, changedAt: own?.changed_at.toISOString() ?? null, mayChange: mayIn(ctx.actor, 'knowledge.review', area),
  }
}

/** Holds with the next question: the knowledge as a whole is another from then on. */
export async function setMatching(ctx: Ctx, { area: asked, terms: written, thresholds }: Input<'knowledge', 'setMatching'>): Promise<View> {
  const { subdistrict, area } = await placeOf(ctx, asked)
  if (!mayIn(ctx.actor, 'knowledge.review', area)) throw new Problem('may.not')
  const terms = linesOf(written)
  const before = saidIn((await listMatchings(ctx, subdistrict, [area]))[0])
  if (JSON.stringify([before?.terms ?? [], before?.thresholds ?? null]) === JSON.stringify([terms, thresholds])) throw new Problem('input.invalid', { detail: '没有改动' })
  const version = await grow(ctx, { subdistrict, office: areaOf(subdistrict) })
  await putMatching(ctx, { subdistrict, area, terms, answer: thresholds && percent(thresholds.answer), offer: thresholds && percent(thresholds.offer), changed_name: ctx.actor.name, changed_at: ctx.now })
  ctx.record('knowledge.matching-set', { kind: 'knowledge', id: String(subdistrict), subdistrict, area, may: 'knowledge.view' }, { terms: terms.length, thresholds, from: { terms: before?.terms.length ?? 0, thresholds: before?.thresholds ?? null }, version })
  return matching(ctx, { area })
}

/** @throws Problem input.invalid where a line says of nothing what else it is called */
export function linesOf(written: readonly string[]): string[] {
  const lines = written.filter((line) => line.trim() !== '').map((line, at) => {
    const names = lineOf(line)
    if (names === undefined) throw new Problem('input.invalid', { detail: `“${line.trim()}”：一行要写同一样东西的两个以上叫法，用空格隔开`, fields: [{ path: `terms.${at}`, message: '至少两个叫法' }] })
    return names
  })
  return [...new Set(lines)]
}
