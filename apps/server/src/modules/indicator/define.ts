import type { Input, Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { officeOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { tableOf } from './actions.ts'
import { countsAt, countsFor, dayBefore, levelAt, placeFor, valueAt } from './compute.ts'
import { definitionsOf, formulaOf, isFlow, isKnownTerm, namesFor, versionsOf, viewOf, type Known, type View } from './definitions.ts'
import * as queries from './queries.ts'
import { faultsOf, spanOf, type Definition } from './rules.ts'

export async function versions(ctx: Ctx, { code }: Input<'indicator', 'versions'>): Promise<Output<'indicator', 'versions'>> {
  const all = await versionsOf(ctx, ctx.actor.area, code)
  const names = await namesFor(ctx, ctx.actor.area, all.map(({ definition }) => definition))
  return { rows: all.map((one) => viewOf(one, names)) }
}

/** What it would say now, for the office and each community; nothing is kept. */
export async function tryOut(ctx: Ctx, { definition }: Input<'indicator', 'tryOut'>): Promise<Output<'indicator', 'tryOut'>> {
  check(definition)
  const { area } = officeOf(ctx.actor)
  const [place, today] = [await placeFor(ctx, area), dayOf(ctx.now)]
  const on = dayBefore(definition, isFlow(definition), today)
  const earlier = (await countsAt(ctx, place, { definitions: [definition], level: levelAt(area), on })).get(area)
  return {
    formula: formulaOf(definition, await namesFor(ctx, area, [definition])), span: spanOf(isFlow(definition) ? definition.period : 'day', today),
    ...await tableOf(ctx, place, { definition, level: 'community', on: today }), before: earlier || isFlow(definition) ? valueAt(ctx, definition, countsFor(definition, earlier, on), area).value : null,
  }
}

export async function save(ctx: Ctx, { code: asked, seen, definition }: Input<'indicator', 'save'>): Promise<View> {
  check(definition)
  const office = officeOf(ctx.actor)
  const code = asked ?? `own-${ctx.newId().slice(-12)}`
  const all = asked === undefined ? [] : await versionsOf(ctx, office.area, code)
  const draft = all.find(({ status }) => status === 'draft')
  if ((draft?.changedAt?.toISOString() ?? null) !== seen) throw new Problem('base.changed', { detail: '草稿已被别人改过，请先看看再保存' })
  await refuseSameName(ctx, office.area, { code, name: definition.name })
  const version = draft?.version ?? (all[0]?.version ?? 0) + 1
  return put(ctx, { code, version, status: 'draft', definition }, 'indicator.saved')
}

export async function publish(ctx: Ctx, { code, version }: Input<'indicator', 'publish'>): Promise<View> {
  const draft = found((await versionsOf(ctx, officeOf(ctx.actor).area, code)).find((one) => one.status === 'draft'))
  if (draft.version !== version) throw new Problem('base.changed', { detail: '草稿已被别人改过，请先看看再发布' })
  check(draft.definition)
  return put(ctx, { ...draft, status: 'published' }, 'indicator.published')
}

/** The version that holds is ended; of what ships, a copy of it. */
export async function end(ctx: Ctx, { code, isEnded }: Input<'indicator', 'end'>): Promise<View> {
  const held = found((await versionsOf(ctx, officeOf(ctx.actor).area, code)).find((one) => one.status !== 'draft'))
  if ((held.status === 'ended') === isEnded) throw new Problem('conflict.exists', { detail: isEnded ? '已经停用了' : '没有停用' })
  return put(ctx, { ...held, version: held.version || 1, status: isEnded ? 'ended' : 'published' }, isEnded ? 'indicator.ended' : 'indicator.resumed')
}

async function put(ctx: Ctx, { code, version, status, definition }: Pick<Known, 'code' | 'version' | 'status' | 'definition'>, what: string): Promise<View> {
  const office = officeOf(ctx.actor)
  const row = await queries.put(ctx, { ...office, code, version, status, definition: JSON.stringify(definition), changed_name: ctx.actor.name, changed_at: ctx.now })
  const subject: Subject = { kind: 'indicator', id: code, ...office, may: 'indicator.view' }
  ctx.record(what, subject, { name: definition.name, version })
  const names = await namesFor(ctx, office.area, [definition])
  return viewOf({ code, version, status, definition, changedBy: row.changed_name, changedAt: row.changed_at, hasDraft: status === 'draft' }, names)
}

async function refuseSameName(ctx: Ctx, area: string, { code, name }: { code: string, name: string }): Promise<void> {
  if ((await definitionsOf(ctx, area)).some((known) => known.code !== code && known.definition.name === name)) throw new Problem('input.invalid', { fields: [{ path: 'definition.name', message: '已经有同名的指标' }] })
}

function check(definition: Definition): void {
  const fields = faultsOf(definition, isKnownTerm)
  if (fields.length > 0) throw new Problem('input.invalid', { detail: fields[0]!.message, fields })
}
