import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { matterBook } from '../matter/index.ts'
import { areaNames } from '../organisation/index.ts'
import * as queries from './queries.ts'
import type { RoutingRule } from './rules.ts'

type RuleView = Output<'routing', 'rules'>['rules'][number]
type VersionView = Output<'routing', 'publish'>

/** Rules with the names of what they speak of; what is no longer known is named by its code. */
export async function ruleViews(ctx: Ctx, subdistrict: number, rules: readonly RoutingRule[]): Promise<RuleView[]> {
  if (rules.length === 0) return []
  const book = await matterBook(ctx, subdistrict, ctx.now)
  const areas = await areaNames(ctx, rules.flatMap((rule) => rule.areas))
  const units = await queries.listUnits(ctx, rules.flatMap(({ unit }) => unit ?? []))
  return rules.map(({ id, matters, areas: paths, sources, severities, words, unit, person, personName, raisesTo, limit }) => ({
    id, sources, severities, words, raisesTo, limit,
    matters: matters.map((code) => ({ code, name: book.nameOf(code) ?? code })),
    areas: paths.map((path) => ({ path, name: areas.get(path) ?? path })),
    unit: unit === null ? null : { id: unit, name: units.get(unit)?.name ?? '已没有的单位', isActive: units.get(unit)?.is_active === true },
    person: person ? { id: person, name: personName ?? '' } : null,
  }))
}

interface Version { no: number, published_at: Date, published_name: string, note: string, from_no: number | null, count: number }

export const versionView = ({ no, published_at: at, published_name: by, note, from_no: from, count }: Version): VersionView => ({ no, at: at.toISOString(), by, note, from, rules: count })
