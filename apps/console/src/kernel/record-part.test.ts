import { expect, test } from 'vitest'
import { partsFor } from './record-part.tsx'
import type { RecordPart } from './record-part.tsx'

const part = (key: string, rest: Partial<RecordPart> = {}): RecordPart => ({ of: 'person', key, may: 'base.view', place: 'beside', Part: () => null, ...rest })
const parts = [part('transfer'), part('events', { may: 'event.view' }), part('visits', { place: 'below' }), part('owners', { of: 'housing' }), part('care')]

test('a record’s page shows what modules have put there, in their order, to those who may see it', () => {
  const may = { 'base.view': ['/33/'] }
  const keys = (me: Parameters<typeof partsFor>[1], kind: RecordPart['of'], place: RecordPart['place']) => partsFor(parts, me, { kind, place }).map(({ key }) => key)
  expect(keys({ may }, 'person', 'beside')).toEqual(['transfer', 'care'])
  expect(keys({ may: { ...may, 'event.view': ['/33/'] } }, 'person', 'beside')).toEqual(['transfer', 'events', 'care'])
  expect(keys({ may }, 'person', 'below')).toEqual(['visits'])
  expect(keys({ may }, 'housing', 'beside')).toEqual(['owners'])
  expect(keys({ may: {} }, 'person', 'beside')).toEqual([])
})
