import type { Field, Input, Output, Value } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { namesOf } from '../person/index.ts'
import { historyOf } from '../record/index.ts'
import * as queries from './queries.ts'

/** Head, members and home stand beside the fields of a household; people are kept by who they are and not by their names, which may have to be forgotten. */
const besides: readonly Field[] = [['members', '成员'], ['head', '户主'], ['home', '住处']].map(([name, label]) => ({ name: name!, label: label!, type: 'text', part: 'household' }))
const isBeside = (name: string) => name === 'members' || name === 'head'
const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

export async function history(ctx: Ctx, { id }: Input<'household', 'history'>): Promise<Output<'household', 'history'>> {
  const row = found(await queries.find(ctx, id))
  const rows = await historyOf(ctx, { kind: 'household', subdistrict: row.subdistrict, area: row.area, id }, besides)
  const ids = rows.flatMap(({ fields }) => fields.flatMap(({ name, before }) => (isBeside(name) ? idsIn(before).filter(isId) : [])))
  const names = await namesOf(ctx, [...new Set(ids)])
  const called = (before: Value) => (before === null ? null : idsIn(before).map((one) => (isId(one) ? names.get(one) ?? '（已清理，或不在本辖区）' : one)).join('、'))
  return { rows: rows.map((one) => ({ ...one, fields: one.fields.map((field) => (isBeside(field.name) ? { ...field, before: called(field.before) } : field)) })) }
}

const idsIn = (before: Value): string[] => (typeof before === 'string' ? before.split(',') : [])
