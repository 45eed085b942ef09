import type { EventSeverity, EventSource } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { ruleFor, type MatterRule } from '../matter/index.ts'
import { communityUnit } from '../organisation/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

export interface Asked { matter: string, area: string, subdistrict: number, source: EventSource, severity: EventSeverity, text: string }

export interface Route {
  matter: MatterRule['matter']
  limit: MatterRule['limit']
  severity: EventSeverity
  /** Who is to handle it; nobody where a community has no unit of its own. */
  unit: { id: string, name: string } | null
  /** Who of it is to see to it first. */
  person: { id: string, name: string } | null
  /** The rule that spoke; null where only the matter's own did. */
  by: { version: number, no: number, rule: string } | null
}

/**
 * Who is to handle what is reported, how long it may take and how grave it is: the first rule of the office that matches, else the matter's own.
 * Tells and sends nothing. @throws Problem matter.unknown where there is no such leaf now
 */
export async function route(ctx: Ctx, { matter: code, area, subdistrict, source, severity, text }: Asked): Promise<Route> {
  const own = await ruleFor(ctx, code, { subdistrict, area, severity }, ctx.now)
  const version = await queries.findVersion(ctx, subdistrict)
  const held = rules.holding(version?.rules ?? [], { line: own.line, area, source, severity, text })
  const units = await queries.listUnits(ctx, held.flatMap(({ rule }) => rule.unit ?? []))
  const spoken = rules.speaking(held, (id) => units.get(id)?.is_active === true)
  const named = spoken ? spoken.rule.unit && units.get(spoken.rule.unit) : own.byCommunity ? null : own.unit
  const raised = rules.raised(severity, spoken?.rule.raisesTo ?? null)
  const { limit } = raised === severity ? own : await ruleFor(ctx, code, { subdistrict, area, severity: raised }, ctx.now)
  return {
    matter: own.matter,
    limit: spoken?.rule.limit ?? limit,
    severity: raised,
    unit: named ? { id: named.id, name: named.name } : await communityUnit(ctx, area) ?? null,
    person: spoken?.rule.person ? { id: spoken.rule.person, name: spoken.rule.personName ?? '' } : null,
    by: spoken ? { version: version!.no, no: spoken.no, rule: spoken.rule.id } : null,
  }
}
