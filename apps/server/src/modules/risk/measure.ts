import { dayOf } from '@linli/standards'
import { isCare, type RiskKind } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Db } from '../../kernel/db.ts'
import { mattersBelow } from '../matter/index.ts'
import { factors, type Factor } from './factors/index.ts'
import { leastOf, scored, type KindRule, type Measured, type RiskRule, type RuleSet, type Score } from './rules.ts'
import * as queries from './score-queries.ts'

/** A rule with its factor and the matters it means, leaf by leaf. */
export interface Ready { rule: RiskRule, factor: Factor, matters: string[] }
export interface ReadyKind { kind: KindRule, rules: Ready[] }

/** What of a set of rules is measured, kind by kind; what is switched off is not. */
export async function readyOf(ctx: Ctx, { rules, kinds }: RuleSet): Promise<ReadyKind[]> {
  const ready: Ready[] = []
  for (const rule of rules) {
    const factor = factors.get(rule.factor)
    if (!rule.isOn || !factor) continue
    const matters = new Set<string>()
    for (const code of rule.matters) for (const one of await mattersBelow(ctx, code)) matters.add(one)
    ready.push({ rule, factor, matters: [...matters] })
  }
  return kinds.map((kind) => ({ kind, rules: ready.filter(({ factor }) => factor.kind === kind.kind) }))
}

/** What was measured already, for who asks the same at several moments and by several sets of rules. */
export type Memo = Map<string, Measured[]>

export async function scoresAt(db: Db, { kind, rules }: ReadyKind, { subdistrict, at: moment, subjects, tried }: { subdistrict: number, at: Date, subjects: readonly string[] | null, tried?: { memo: Memo, now: Date } }): Promise<Score[]> {
  const measured: { rule: RiskRule, rows: Measured[] }[] = []
  for (const { rule, factor, matters } of rules) {
    const [days, least] = [rule.days ?? factor.days ?? 1, leastOf(rule)]
    // What cannot be told of an earlier moment is told as it stands.
    const at = tried && !factor.canLookBack ? tried.now : moment
    const key = JSON.stringify([factor.key, days, least, matters, rule.groups, at])
    const rows = tried?.memo.get(key) ?? await queries.measure(db, factor.measure({ subdistrict, at, days, matters, groups: rule.groups, subjects }), least)
    tried?.memo.set(key, rows)
    measured.push({ rule, rows })
  }
  return scored(measured, kind)
}

export interface Office { subdistrict: number, area: string }

/** Measures a kind, all of it or some, and keeps what came out. @returns whether anything changed. */
export async function settle(db: Db, office: Office, { ready, version, now, subjects }: { ready: ReadyKind, version: number, now: Date, subjects: readonly string[] | null }): Promise<boolean> {
  const kind: RiskKind = ready.kind.kind
  const settling = { ...office, kind, version, now, day: dayOf(now) }
  const before = new Map((await queries.standing(db, office.subdistrict, kind, subjects)).map((row) => [row.subject, row]))
  const scores = await scoresAt(db, ready, { subdistrict: office.subdistrict, at: now, subjects })
  const measured = new Set(scores.map(({ subject }) => subject))
  const gone = [...before.values()].filter(({ subject, score, colour }) => !measured.has(subject) && (score > 0 || colour !== 'green')).map(({ subject }) => subject)
  await queries.put(db, settling, scores)
  await queries.clear(db, settling, gone)
  const changed = scores.filter(({ subject, score, colour }) => {
    const stood = before.get(subject)
    return !stood || stood.colour !== colour || Math.abs(stood.score - score) > 0.05
  }).map(({ subject }) => subject)
  if (isCare(kind)) await queries.followHome(db, office.subdistrict, kind)
  await queries.keepDay(db, settling, [...changed, ...gone])
  if (changed.length + gone.length > 0) await queries.recount(db, settling)
  return changed.length + gone.length > 0
}
