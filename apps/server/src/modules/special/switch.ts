import { specialKind, type Input, type Output, type SpecialKind } from '@linli/contract'
import { isAreaPath } from '@linli/standards'
import { areasFor, officeOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type View = Output<'special', 'askSwitch'>
const kinds = Object.keys(specialKind) as SpecialKind[]

/** By which the records of a kind are found without its name lying in them. */
export const markOf = (ctx: Pick<Ctx, 'crypto'>, kind: string): Buffer => ctx.crypto.index(kind, 'special.kind')

const subjectOf = ({ subdistrict, area }: { subdistrict: number, area: string }, kind: string): Subject => ({ kind: 'special-switch', id: kind, subdistrict, area, may: 'special.approve' })
const isAny = (ctx: Ctx, ...wanted: ('special.keep' | 'special.manage' | 'special.approve')[]) => wanted.some((one) => areasFor(ctx.actor, one).length > 0)

export async function switches(ctx: Ctx): Promise<Output<'special', 'switches'>> {
  if (!isAny(ctx, 'special.keep', 'special.manage', 'special.approve')) throw new Problem('may.not')
  const rows = await queries.listSwitches(ctx)
  return { rows: kinds.map((kind) => viewOf(ctx, kind, rows.find((row) => row.kind === kind && row.status === 'on') ?? rows.find((row) => row.kind === kind))) }
}

/** The kinds that are kept in a sub-district. */
export const kindsOn = async (ctx: Ctx, subdistrict: number): Promise<SpecialKind[]> => (await queries.listSwitches(ctx)).filter((row) => row.subdistrict === subdistrict && row.status === 'on').map(({ kind }) => kind as SpecialKind)

export async function askSwitch(ctx: Ctx, { kind, reason }: Input<'special', 'askSwitch'>): Promise<View> {
  const office = wholeOffice(ctx, 'special.manage')
  const before = await queries.lockSwitch(ctx, office.subdistrict, kind)
  if (!rules.mayAsk(before)) throw new Problem('base.changed', { detail: '已经申请或已经启用' })
  const row = await queries.putSwitch(ctx, { ...office, kind, mark: markOf(ctx, kind), status: 'asked', reason, asked_by: ctx.actor.id!, asked_name: ctx.actor.name, asked_at: ctx.now, decided_by: null, decided_name: null, decided_at: null, note: null })
  ctx.record('special.switch-asked', subjectOf(office, kind), { kind, reason })
  return viewOf(ctx, kind, row)
}

/** Somebody else agrees, or does not. */
export async function decideSwitch(ctx: Ctx, { kind, isAgreed, note }: Input<'special', 'decideSwitch'>): Promise<View> {
  const office = wholeOffice(ctx, 'special.approve')
  const before = await queries.lockSwitch(ctx, office.subdistrict, kind)
  if (rules.statusOf(before) !== 'asked') throw new Problem('base.changed', { detail: '没有待审批的申请' })
  if (!rules.mayDecide(before, ctx.actor.id)) throw new Problem('account.self', { detail: '不能审批自己的申请' })
  const row = await queries.updateSwitch(ctx, before!, { status: isAgreed ? 'on' : 'refused', decided_by: ctx.actor.id, decided_name: ctx.actor.name, decided_at: ctx.now, note: note ?? null })
  ctx.record(isAgreed ? 'special.switched-on' : 'special.switch-refused', subjectOf(office, kind), { kind, note })
  return viewOf(ctx, kind, row)
}

/** From now on nobody sees any of them; what was kept stays sealed, and is there again when it is switched on again. */
export async function switchOff(ctx: Ctx, { kind, reason }: Input<'special', 'switchOff'>): Promise<View> {
  const office = wholeOffice(ctx, 'special.manage')
  const before = await queries.lockSwitch(ctx, office.subdistrict, kind)
  if (!rules.maySwitchOff(before)) throw new Problem('base.changed', { detail: '没有启用' })
  const row = await queries.updateSwitch(ctx, before!, { status: 'off', reason, decided_by: ctx.actor.id, decided_name: ctx.actor.name, decided_at: ctx.now, note: null })
  ctx.record('special.switched-off', subjectOf(office, kind), { kind, reason })
  return viewOf(ctx, kind, row)
}

/** For a whole sub-district or not at all. */
function wholeOffice(ctx: Ctx, may: 'special.manage' | 'special.approve') {
  const office = officeOf(ctx.actor)
  if (!isAreaPath(office.area) || !areasFor(ctx.actor, may).some((area) => office.area.startsWith(area))) throw new Problem('may.not', { detail: '由街道统一启用和停用' })
  return office
}

function viewOf(ctx: Ctx, kind: SpecialKind, row: queries.SwitchRow | undefined): View {
  return {
    kind, status: rules.statusOf(row), reason: row?.reason ?? null, askedBy: row?.asked_name ?? null, askedAt: row?.asked_at.toISOString() ?? null, decidedBy: row?.decided_name ?? null, decidedAt: row?.decided_at?.toISOString() ?? null, note: row?.note ?? null,
    mayAsk: isAny(ctx, 'special.manage') && rules.mayAsk(row), mayDecide: isAny(ctx, 'special.approve') && rules.mayDecide(row, ctx.actor.id), maySwitchOff: isAny(ctx, 'special.manage') && rules.maySwitchOff(row),
  }
}
