import * as z from 'zod'
import { AreaPath, Day, Id, Text, When, choice } from './kit.ts'
import { fieldType, valueSource } from './words/index.ts'

/** A value of a record: text, number, yes or no, several codes, or nothing known. */
export const Value = z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(60)).max(60), z.null()])
/** Field name → value, as people and files write them; what the dictionary of fields does not know is refused. */
export const Values = z.record(z.string().max(40), Value).refine((values) => Object.keys(values).length <= 120, '一次最多 120 项')

export const FieldView = z.object({
  name: z.string(), label: z.string(), type: choice(fieldType), part: z.string(), max: z.number().nullable(), isSensitive: z.boolean(), isRequired: z.boolean(),
  options: z.array(z.object({ code: z.string(), label: z.string() })).nullable(),
  /** Codes that are offered no more: records may carry them still. */
  retired: z.array(z.object({ code: z.string(), label: z.string() })).optional(),
})

/** One change of a record: what stood before in each field it changed, masked where sensitive. */
export const RevisionView = z.object({
  no: z.number().int(), at: When, by: z.string(), source: choice(valueSource), sourceName: z.string().nullable(), fields: z.array(z.object({ name: z.string(), label: z.string(), before: Value })),
  /** Of a record that was made part of this one. */
  isOfMerged: z.boolean().optional(),
})

/** Where somebody lives or a thing is: a housing unit, or only the smallest area that is known. */
export const Whereabouts = z.object({ housing: Id.optional(), area: AreaPath.optional() }).refine(({ housing, area }) => (housing === undefined) !== (area === undefined), '请选择房屋，或只选到楼幢、社区')

/** A value of a field that an office added. */
export const OwnWanted = z.object({ name: z.string().regex(/^x_[a-z0-9]{4,12}$/, '没有这一项'), value: z.string().trim().min(1).max(60) })

export const Since = Day.nullable().default(null)
export const Purpose = Text(100)
