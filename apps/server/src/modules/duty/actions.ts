import type { Input, Output } from '@linli/contract'
import { addDays, areaAt, dayOf, daysBetween, isAreaPath, isWorkday } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { calendarFor } from '../calendar/index.ts'
import { areaNamed } from '../organisation/index.ts'
import { deskStanding } from './standing.ts'
import * as queries from './queries.ts'
import type { Place } from './queries.ts'
import * as rules from './rules.ts'

/** More than work at any desk. */
const mostWorkers = 200

export async function week(ctx: Ctx, { area, day }: Input<'duty', 'week'>): Promise<Output<'duty', 'week'>> {
  const desk = deskSeen(ctx, area)
  const days = rules.weekOf(day)
  const calendar = await calendarFor(ctx, desk.subdistrict)
  const desks = await queries.listDesks(ctx, desk.subdistrict, rules.desksOf(area), { first: days[0]!, last: days[6]! })
  const { shifts, of } = rules.shiftsAt(desks, calendar)
  const mayManage = mayIn(ctx.actor, 'duty.manage', area)
  return {
    area, areaName: (await areaNamed(ctx, area)).name, shifts, shiftsFrom: of === null ? 'calendar' : of === area ? 'own' : 'office',
    days: days.map((one) => ({ day: one, isWork: isWorkday(calendar, one) })), turns: desks[0]!.turns,
    workers: mayManage ? await queries.listWorkers(ctx, area, { most: mostWorkers }) : [], mayManage,
  }
}

export async function now(ctx: Ctx, { area }: Input<'duty', 'now'>): Promise<Output<'duty', 'now'>> {
  deskSeen(ctx, area)
  const { here, next } = await deskStanding(ctx, area)
  const nameOf = async (place: string) => (await areaNamed(ctx, place)).name
  return {
    isStaffed: here !== undefined, people: here?.people.map(({ name }) => name) ?? [], until: here?.until.toISOString() ?? null, areaName: here ? await nameOf(here.area) : null,
    next: next ? { from: next.from.toISOString(), until: next.until.toISOString(), areaName: await nameOf(next.area) } : null,
  }
}

export async function put(ctx: Ctx, { area, person, cells, isOn }: Input<'duty', 'put'>) {
  const desk = deskKept(ctx, area)
  const { shifts, calendar } = await heldAt(ctx, desk)
  for (const { day, shift } of cells) {
    if (day < dayOf(ctx.now)) throw refusal('cells', '过去的日子不能再排班')
    const held = shifts.find(({ key }) => key === shift)
    if (isOn && !(held && rules.isHeld(held, day, calendar))) throw refusal('cells', '这一天没有这个班次，请看最新的值班表')
  }
  if (isOn && (await queries.listWorkers(ctx, area, { person, most: 1 })).length === 0) throw refusal('person', '请选择本社区（街道）负责接待的工作人员')
  let changed = 0
  for (const cell of cells) if (isOn ? await queries.putOn(ctx, desk, cell, [person]) : await queries.takeOff(ctx, desk, cell, person)) changed += 1
  if (changed === 0) throw new Problem('conflict.exists', { detail: isOn ? '已经这样排了' : '没有排这个人' })
  ctx.record(isOn ? 'duty.put' : 'duty.taken-off', subjectOf(desk), { person, cells })
  return {}
}

export async function copyWeek(ctx: Ctx, { area, from, to }: Input<'duty', 'copyWeek'>): Promise<Output<'duty', 'copyWeek'>> {
  const desk = deskKept(ctx, area)
  const [source, target] = [rules.weekOf(from), rules.weekOf(to)]
  const { shifts, calendar } = await heldAt(ctx, desk)
  const [before] = await queries.listDesks(ctx, desk.subdistrict, [area], { first: source[0]!, last: source[6]! })
  let filled = 0
  for (const { day: then, shift, people } of before!.turns) {
    const day = addDays(target[0]!, daysBetween(source[0]!, then))
    const held = shifts.find(({ key }) => key === shift)
    const who = people.filter(({ isHere }) => isHere).map(({ id }) => id)
    if (day >= dayOf(ctx.now) && held && rules.isHeld(held, day, calendar) && who.length > 0 && await queries.fill(ctx, desk, { day, shift }, who)) filled += 1
  }
  if (filled === 0) throw new Problem('conflict.rule', { detail: '没有可以复制的：那一周没有排班，或这一周已经排好' })
  ctx.record('duty.copied', subjectOf(desk), { from: source[0], to: target[0], filled })
  return { filled }
}

export async function setHours(ctx: Ctx, { area, shifts }: Input<'duty', 'setHours'>) {
  const desk = deskKept(ctx, area)
  const wrong = rules.wrongShifts(shifts)
  if (wrong) throw refusal('shifts', wrong)
  const keyed = shifts.map((shift) => ({ ...shift, key: shift.key ?? ctx.newId() }))
  if (new Set(keyed.map(({ key }) => key)).size < keyed.length) throw refusal('shifts', '班次重复了，请刷新后再改')
  await queries.putHours(ctx, desk, keyed.length === 0 ? null : keyed)
  ctx.record('duty.hours-set', subjectOf(desk), { shifts: keyed })
  return {}
}

async function heldAt(ctx: Ctx, { subdistrict, area }: Place) {
  const calendar = await calendarFor(ctx, subdistrict)
  const today = dayOf(ctx.now)
  return { calendar, ...rules.shiftsAt(await queries.listDesks(ctx, subdistrict, rules.desksOf(area), { first: today, last: today }), calendar) }
}

const refusal = (path: string, message: string) => new Problem('input.invalid', { detail: message, fields: [{ path, message }] })

/** A desk is a sub-district's or a community's. Who works in a part of it sees it, too. */
function deskSeen(ctx: Ctx, area: string): Place {
  const mine = (post: string) => area.startsWith(post) || (isAreaPath(post) && areaAt(post, 'community') === area)
  if (rules.desksOf(area)[0] !== area || !ctx.actor.posts.some((post) => post.permissions.includes('duty.view') && mine(post.area))) throw new Problem('not-found')
  return { subdistrict: tenantOf(area), area }
}

function deskKept(ctx: Ctx, area: string): Place {
  if (rules.desksOf(area)[0] !== area || !mayIn(ctx.actor, 'duty.manage', area)) throw new Problem('not-found')
  return { subdistrict: tenantOf(area), area }
}

const subjectOf = (desk: Place) => ({ kind: 'duty', id: desk.area, ...desk })
