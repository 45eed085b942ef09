import { isAreaPath } from '@linli/standards/area-path'
import * as z from 'zod'
import type { Permission } from './words/permission.ts'

/** Who may ask: everybody, everybody who is signed in, or the holders of one permission. */
export type May = 'anyone' | 'signed-in' | Permission

export interface Endpoint<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'reads' | 'writes'
  readonly may: May
  /** One Chinese sentence for the API page and the audit screen. */
  readonly title: string
  /** Every call is written to the journal: the answer shows what the law calls sensitive. */
  readonly sensitive?: boolean
  /** Calls a minute from one session or address; the kernel's default where it is not given. */
  readonly perMinute?: number
  /** The answer holds what must not be stored, a first password or a secret: a repeated submission is not answered from memory. */
  readonly tellsSecret?: boolean
  readonly input: I
  readonly output: O
}

type Wording<I extends z.ZodType, O extends z.ZodType> = Omit<Endpoint<I, O>, 'kind'>

/** An endpoint that changes nothing: its transaction is read-only. */
export const reads = <I extends z.ZodType, O extends z.ZodType>(words: Wording<I, O>): Endpoint<I, O> & { kind: 'reads' } =>
  ({ kind: 'reads', ...words })

/** An endpoint that changes something: it is rolled back unless it recorded what it did. */
export const writes = <I extends z.ZodType, O extends z.ZodType>(words: Wording<I, O>): Endpoint<I, O> & { kind: 'writes' } =>
  ({ kind: 'writes', ...words })

/** One of a few words; the Chinese labels stand in `words/`, so that every end says the same. */
export const choice = <const T extends Readonly<Record<string, string>>>(labels: T) =>
  z.enum(Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]])

export const Id = z.uuid()
/** Years that anything here can be about: beyond them a calendar, the database and JavaScript no longer mean the same. */
const isInReach = (text: string) => Date.parse(text) >= Date.UTC(1900, 0) && Date.parse(text) < Date.UTC(2200, 0)
const outOfReach = '年份要在 1900 到 2199 之间'
/** An instant, ISO 8601 with zone. */
export const When = z.iso.datetime({ offset: true }).refine(isInReach, outOfReach)
/** A calendar day in Asia/Shanghai, YYYY-MM-DD. */
export const Day = z.iso.date().refine(isInReach, outOfReach)
/** Path of statistical codes ending in a slash: province, city, county, sub-district, community, grid, micro-grid, building. */
export const AreaPath = z.string().refine((path) => path === '/' || isAreaPath(path), '辖区编码不正确')
export const Text = (max: number) => z.string().trim().min(1, '请填写').max(max, `最多 ${max} 个字`)
/** A point on the ground in CGCS2000 (equal to WGS84 at this precision), degrees. */
export const Point = z.object({ lng: z.number().min(73).max(136), lat: z.number().min(3).max(54) })

/** The input of a list: filters, where to go on, and how many rows (1–100, 20 unless told). */
export const page = <T extends z.ZodRawShape>(filters: T) =>
  z.object({ ...filters, after: z.string().max(300).optional(), limit: z.number().int().min(1).max(100).default(20) })

/** The answer of a list; `next` goes into `after` for the following page, null at the end. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() })

export const Nothing = z.object({})
