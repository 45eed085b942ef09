import type { EntranceKind } from '@linli/contract/words/index'
import { addDays, dayOf } from '@linli/standards/day'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { lines } from './knowledge-words.ts'
import type { Content, KnowledgeView, Revision } from './knowledge-words.ts'

/** What stands in the form: lists a line each, days as the picker has them, the owner as one word. */
export interface Values {
  question?: string, similar?: string, category?: string, answerShort?: string, answerLong?: string, steps?: string, materials?: string, entry?: { kind?: EntranceKind, text?: string }[], phone?: string, audience?: string,
  sourceTitle?: string, sourceDate?: Dayjs | null, validFrom?: Dayjs | null, validTo?: Dayjs | null, matter?: string | null, isUnchecked?: boolean, isNotForUs?: boolean, note?: string, area?: string, owner?: string,
  /** Submitted as well, and not only kept. */
  isWhole?: boolean
}

const dayWritten = (value: Dayjs | null | undefined) => value?.format('YYYY-MM-DD') ?? null
const dayRead = (value: string | null | undefined) => (value ? dayjs(value) : null)

export const contentOf = (values: Values): Content => ({
  question: (values.question ?? '').trim(), similar: lines(values.similar), category: (values.category ?? '').trim(), answerShort: (values.answerShort ?? '').trim(), answerLong: (values.answerLong ?? '').trim(), steps: lines(values.steps), materials: lines(values.materials),
  entry: (values.entry ?? []).flatMap((one) => (one?.text?.trim() ? [{ kind: one.kind ?? 'window', text: one.text.trim() }] : [])), phone: (values.phone ?? '').trim(), audience: (values.audience ?? '').trim(),
  source: values.sourceTitle?.trim() ? { title: values.sourceTitle.trim(), date: dayWritten(values.sourceDate) } : null, validFrom: dayWritten(values.validFrom), validTo: dayWritten(values.validTo), matter: values.matter ?? null, isUnchecked: values.isUnchecked ?? false, isNotForUs: values.isNotForUs ?? false,
})

/** Kept as `person …` or `role …`. */
export const ownerOf = ({ owner = '' }: Values) => {
  const [kind, code = ''] = owner.split(' ')
  return kind === 'role' ? { person: null, role: code } : { person: code, role: null }
}

/** A year is as long as an answer of an office is usually right; who writes says otherwise. */
const usualDays = 365

export function initialOf({ from, entry, replaces, area }: { from: Revision | null, entry: KnowledgeView | undefined, replaces: KnowledgeView | undefined, area: string | undefined }): Values {
  const yearOn = dayjs(addDays(dayOf(new Date()), usualDays))
  if (!from) return { area, validTo: yearOn, isUnchecked: false, entry: [] }
  const { content } = from
  return {
    ...(replaces && { area }), ...(entry && { owner: entry.owner.person ? `person ${entry.owner.person}` : `role ${entry.owner.role}` }),
    question: content.question, similar: content.similar.join('\n'), category: content.category, answerShort: content.answerShort, answerLong: content.answerLong, steps: content.steps.join('\n'), materials: content.materials.join('\n'), entry: content.entry,
    phone: content.phone, audience: content.audience, sourceTitle: content.source?.title, sourceDate: dayRead(content.source?.date), validFrom: dayRead(replaces ? null : content.validFrom), validTo: entry?.term === 'over' ? yearOn : dayRead(content.validTo), matter: content.matter, isUnchecked: content.isUnchecked, isNotForUs: content.isNotForUs,
    note: entry?.draft?.note ?? '',
  }
}

/** Fields that the form calls otherwise than the input. */
export const pathNames = { 'content.source.title': 'content.sourceTitle', 'content.source.date': 'content.sourceDate' }
