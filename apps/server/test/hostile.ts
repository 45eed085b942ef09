import type { Endpoint } from '@linli/contract'
import fc from 'fast-check'
import * as z from 'zod'

/** Texts that broke programs before: what no column can hold, what other languages run, what looks like something else. */
const texts = [
  '', ' ', '\u0000', '路灯\u0000', '\ud83d', '\udc00路灯', '%', '_', '\\', '路', '%%%', "'; drop table event; --", "' or 1=1 --", '$1', '${jndi:ldap://x}', '{{7*7}}', '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>', '../../keys.json', '/etc/passwd', '/', '/33/', '/33/99/01/', '/33/99/01/999/', '/33/99/01/101/001/001/b0001/x', '＝1+1', '=cmd|calc', '\u202e反转', '零\u200b宽', 'é', 'İ', '𠮷𠮷𠮷',
  '👨‍👩‍👧‍👦', '\r\nx: y', 'null', 'NaN', '0', '-1', '__proto__', 'constructor', '长'.repeat(1001), 'x'.repeat(100_000), '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF',
  '0000-01-01', '2026-02-30', '9999-12-31', '0000-01-01T00:00:00+01:00', '9999-12-31T23:59:59-23:59', '-infinity', 'now', '13900001234', '123456', '330106199001011234',
]
const numbers = [0, -1, -0, 0.5, 1e-7, 101, 2 ** 31, 2 ** 53, 1e308, -1e308]
const shapes = [null, true, [], {}, [[]], [null], { id: { $ne: 1 } }, { length: 1e9 }, ['x'.repeat(50_000)], Array.from({ length: 70_000 }, () => 'closed'), JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`)]
const someId = '01900000-0000-7000-8000-000000000000'
const marks = [['2027-01-01T00:00:00Z', someId], ['王', someId], ['2027-01-01T00:00:00Z', someId], ['x', 'y'], [], [1, 2], ['2026-02-30T00:00:00Z', 'x'], ['2026-01-01T00:00:00Z', '\u0000'], ['\ud800', ''], ['infinity', '00000000-0000-0000-0000-000000000000'], [{}, []], 'x', null]
  .map((mark) => Buffer.from(JSON.stringify(mark)).toString('base64url'))

const odd: fc.Arbitrary<unknown> = fc.oneof({ weight: 6, arbitrary: fc.constantFrom<unknown>(...texts) }, fc.constantFrom<unknown>(...numbers), fc.constantFrom<unknown>(...shapes))

/** Field name → what there is of that kind, so that a part of the questions goes as deep as an honest one. */
export type Known = Record<string, readonly unknown[]>

/** Inputs of an endpoint as the contract wants them, about things that are there, some of their fields hostile; now and then no input at all. */
export const inputsOf = ({ input }: Endpoint, known: Known): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 15, arbitrary: valueOf(z.toJSONSchema(input, { io: 'input' }) as Schema, '', known) }, odd)

interface Schema {
  type?: string, anyOf?: Schema[], oneOf?: Schema[], const?: unknown, enum?: unknown[], properties?: Record<string, Schema>, required?: string[], items?: Schema, prefixItems?: Schema[]
  format?: string, pattern?: string, minimum?: number, maximum?: number, maxLength?: number
}

function valueOf(schema: Schema, name: string, known: Known): fc.Arbitrary<unknown> {
  const one = ([field, inner]: [string, Schema]): [string, fc.Arbitrary<unknown>] => [field, valueOf(inner, field, known)]
  if (schema.properties) return fc.record(Object.fromEntries(Object.entries(schema.properties).map(one)), { requiredKeys: schema.required ?? [] })
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, name, known)))
  return fc.oneof({ weight: 11, arbitrary: honest(schema, name, known) }, odd)
}

function honest(schema: Schema, name: string, known: Known): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((item) => valueOf(item, name, known)))
  if (schema.items) return fc.array(valueOf(schema.items, name, known), { maxLength: 3 })
  if (name === 'after') return fc.constantFrom(...marks)
  if (known[name]) return fc.constantFrom(...known[name])
  switch (schema.type) {
    case 'integer': return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e6), max: Math.min(schema.maximum ?? 100, 1e6) })
    case 'number': return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 100, noNaN: true })
    case 'boolean': return fc.boolean()
    case 'null': return fc.constant(null)
    case 'string': return text(schema)
    default: return fc.constant({})
  }
}

function text({ format, pattern, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.constant(someId)
  if (format === 'date') return fc.constantFrom('2026-03-02', '1900-01-01', '2199-12-31')
  if (format === 'date-time') return fc.constantFrom('2026-03-02T09:00:00+08:00', '2099-01-01T00:00:00Z', '1900-01-01T00:00:00Z', '2199-12-31T23:59:59Z')
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 40) })
}
