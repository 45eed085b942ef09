import type { Endpoint } from '@linli/contract'
import fc from 'fast-check'
import * as z from 'zod'
import { mangled } from './mangle.ts'
import { odd } from './odd.ts'

const someId = '01900000-0000-7000-8000-000000000000'
const marks = [['2027-01-01T00:00:00Z', someId], ['王', someId], ['2027-01-01T00:00:00Z', someId], ['x', 'y'], [], [1, 2], ['2026-02-30T00:00:00Z', 'x'], ['2026-01-01T00:00:00Z', '\u0000'], ['\ud800', ''], ['infinity', '00000000-0000-0000-0000-000000000000'], [{}, []], 'x', null]
  .map((mark) => Buffer.from(JSON.stringify(mark)).toString('base64url'))

/** Field name → what there is of that kind, so that a part of the questions goes as deep as an honest one. */
export type Known = Record<string, readonly unknown[]>

/**
 * Inputs of an endpoint as the contract wants them, about things that are there, or one that is known to be right; some of their fields hostile,
 * some left out, put in, doubled or wrapped up; now and then no input at all.
 */
export function inputsOf({ input }: Endpoint, known: Known, right?: unknown): fc.Arbitrary<unknown> {
  const wanted = valueOf(z.toJSONSchema(input, { io: 'input' }) as Schema, '', known)
  const base = right === undefined ? wanted : fc.oneof({ weight: 3, arbitrary: wanted }, fc.constant(right))
  return fc.oneof({ weight: 11, arbitrary: base }, { weight: 4, arbitrary: mangled(base) }, odd)
}

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
