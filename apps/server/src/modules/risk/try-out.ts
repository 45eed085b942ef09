import { isCare, type Input, type Output, type WarnedColour } from '@linli/contract'
import { addDays, at, dayOf } from '@linli/standards'
import { officeOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { meets } from './factors/index.ts'
import { readyOf, scoresAt, type Memo, type ReadyKind } from './measure.ts'
import { beginning } from './rule-actions.ts'
import { findDraft, findVersion } from './rule-queries.ts'
import { few, isWarned, type RuleSet } from './rules.ts'
import * as queries from './try-queries.ts'
import { namesOf } from './view.ts'

type Tried = Output<'risk', 'tryOut'>
/** Somebody who would have been warned of, when first, and by which rules. */
interface Warned { area: string, colour: WarnedColour, at: Date, rules: readonly string[] }

const weeks = [28, 21, 14, 7]
const mostListed = 100

/** Both sets of rules as they would have spoken at the start of each of the last four weeks, and whether something was reported there afterwards. */
export async function tryOut(ctx: Ctx, { kind }: Input<'risk', 'tryOut'>): Promise<Tried> {
  const { subdistrict } = officeOf(ctx.actor)
  const moments = weeks.map((days) => at(addDays(dayOf(ctx.now), -days)))
  const inForce = await findVersion(ctx.db, subdistrict)
  const row = await findDraft(ctx, subdistrict)
  const draft = await kindOf(ctx, row?.is_open ? row : await beginning(ctx, subdistrict), kind)
  const tried = { memo: new Map() as Memo, now: ctx.now }
  const now = await warnedBy(ctx, subdistrict, inForce && await kindOf(ctx, inForce, kind), { moments, tried })
  const then = await warnedBy(ctx, subdistrict, draft, { moments, tried })
  const matters = draft && draft.rules.every((one) => one.matters.length > 0) ? [...new Set(draft.rules.flatMap((one) => one.matters))] : []
  const followed = await queries.lastEvents(ctx.db, subdistrict, meets[kind], { since: moments[0]!, until: ctx.now, matters })
  const mistaken = await queries.mistaken(ctx.db, subdistrict, kind, at(addDays(dayOf(ctx.now), -60)))
  const isFollowed = (subject: string, one: Warned) => (followed.get(subject)?.getTime() ?? 0) > one.at.getTime()
  const sum = (some: ReadonlyMap<string, Warned>) => ({ warned: some.size, followed: [...some].filter(([subject, one]) => isFollowed(subject, one)).length, mistaken: [...some.keys()].filter((subject) => mistaken.has(subject)).length })
  const told = (one: number) => (isCare(kind) ? few(one) : one)
  const hiding = ({ warned, followed: after, mistaken: wrong }: ReturnType<typeof sum>) => ({ warned: told(warned), followed: told(after), mistaken: told(wrong) })
  const changes = [...new Set([...then.keys(), ...now.keys()])].map((subject) => ({ subject, one: then.get(subject) ?? now.get(subject)!, change: then.has(subject) ? (now.has(subject) ? 'kept' as const : 'added' as const) : 'dropped' as const }))
  const shown = isCare(kind) ? [] : changes.toSorted((a, b) => order(a.change) - order(b.change) || (a.subject < b.subject ? -1 : 1)).slice(0, mostListed)
  const named = await namesOf(ctx, shown.map(({ subject, one: { area } }) => ({ kind, subject, area })))
  return {
    since: moments[0]!.toISOString(), moments: moments.map((one) => one.toISOString()), now: hiding(sum(now)), draft: hiding(sum(then)), found: isCare(kind) ? 0 : changes.length, isHidden: isCare(kind),
    rules: (draft?.rules ?? []).map(({ rule }) => {
      const its = new Map([...then].filter(([, { rules }]) => rules.includes(rule.id)))
      return { rule: rule.id, warned: told(its.size), followed: told(sum(its).followed) }
    }),
    rows: shown.map(({ subject, one, change }) => ({ kind, id: subject, area: one.area, ...named({ kind, subject, area: one.area }), colour: one.colour, at: one.at.toISOString(), isFollowed: isFollowed(subject, one), change })),
    cannotLookBack: [...new Set((draft?.rules ?? []).flatMap(({ factor }) => (factor.canLookBack ? [] : [factor.label])))],
  }
}

const order = (change: Tried['rows'][number]['change']) => ['added', 'dropped', 'kept'].indexOf(change)
const kindOf = async (ctx: Ctx, set: RuleSet, kind: string): Promise<ReadyKind | undefined> => (await readyOf(ctx, { kinds: set.kinds.filter((one) => one.kind === kind), rules: set.rules }))[0]

async function warnedBy(ctx: Ctx, subdistrict: number, ready: ReadyKind | undefined, { moments, tried }: { moments: readonly Date[], tried: { memo: Memo, now: Date } }): Promise<Map<string, Warned>> {
  const warned = new Map<string, Warned>()
  if (!ready) return warned
  for (const moment of moments) {
    for (const { subject, area, colour, parts } of await scoresAt(ctx.db, ready, { subdistrict, at: moment, subjects: null, tried })) {
      if (isWarned(colour) && ready.kind.duties[colour] !== null && !warned.has(subject)) warned.set(subject, { area, colour, at: moment, rules: parts.map(({ rule }) => rule) })
    }
  }
  return warned
}
