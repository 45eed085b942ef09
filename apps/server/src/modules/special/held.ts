import { specialFields, specialKind, type Value } from '@linli/contract'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'
import { personOf } from '../person/index.ts'
import { viewsOf } from '../record/index.ts'
import * as queries from './queries.ts'
import { openedOf } from './actions.ts'

/** Only where who answers the person is named for it: to anybody else there is nothing. */
export async function holds(ctx: Ctx, { person }: About): Promise<Held[]> {
  const row = person === null ? undefined : await personOf(ctx, person)
  if (!row) return []
  const held: Held[] = []
  for (const one of await queries.listOf(ctx, row.subdistrict, row.id)) {
    const { kind, values } = openedOf(ctx, one)
    const views = await viewsOf(ctx, specialFields[kind], row)
    const words = (value: Value, options: readonly { code: string, label: string }[]) => [value].flat().map((code) => options.find((option) => option.code === code)?.label ?? (code === true ? '是' : code === false ? '否' : String(code))).join('、')
    held.push({ title: specialKind[kind], lines: views.filter(({ name }) => (values[name] ?? null) !== null).map(({ name, label, options, retired = [] }) => ({ label, value: words(values[name]!, [...options ?? [], ...retired]) })) })
  }
  return held
}
