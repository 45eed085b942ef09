import { Problem } from '../../kernel/problem.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { matterBook } from '../matter/index.ts'
import { entrancesOf, others, sourceOf, type Content } from './rules.ts'
import type { RevisionRow } from './queries.ts'

/** What was written, as it is kept. */
export const columnsOf = (content: Content) => ({
  question: content.question, alike: others(content.question, content.similar), category: content.category, answer_short: content.answerShort, answer_long: content.answerLong, steps: content.steps, materials: content.materials,
  entrances: JSON.stringify(content.entry), phone: content.phone, audience: content.audience, source_title: content.source?.title ?? null, source_on: content.source?.date ?? null, valid_from: content.validFrom, valid_to: content.validTo,
  matter: content.matter, is_unchecked: content.isUnchecked, is_not_for_us: content.isNotForUs,
})

export const contentOf = (row: RevisionRow): Content => ({
  question: row.question, similar: row.alike, category: row.category, answerShort: row.answer_short, answerLong: row.answer_long, steps: row.steps, materials: row.materials, entry: entrancesOf(row), phone: row.phone, audience: row.audience,
  source: sourceOf(row), validFrom: row.valid_from, validTo: row.valid_to, matter: row.matter, isUnchecked: row.is_unchecked, isNotForUs: row.is_not_for_us,
})

/** The same as what is kept already? */
export const isSame = (row: RevisionRow, content: Content): boolean => {
  const [before, after] = [contentOf(row), { ...content, similar: others(content.question, content.similar) }]
  return (Object.keys(before) as (keyof Content)[]).every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]))
}

/** @throws Problem input.invalid for a matter the office does not have, or a word that only stands in the sub-district's place */
export async function check(ctx: Ctx, subdistrict: number, content: Content, isReplacing: boolean): Promise<void> {
  const wrong = (path: string, message: string) => new Problem('input.invalid', { detail: message, fields: [{ path, message }] })
  if (content.isNotForUs && !isReplacing) throw wrong('content.isNotForUs', '只有替代街道答案的社区答案可以填“本社区不适用”')
  if (content.matter !== null && (await matterBook(ctx, subdistrict, ctx.now)).nameOf(content.matter) === undefined) throw wrong('content.matter', '没有这个事项，请重新选择')
}
