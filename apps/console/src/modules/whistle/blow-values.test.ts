import { expect, test } from 'vitest'
import { blowOf } from './blow-values.ts'

const values = { title: '联合整治', kind: 'enforcement', urgency: 'urgent', requirement: '带齐装备', lead: 'a', place: '南门' } as const

test('who leads is called too; an event says the place', () => {
  expect(blowOf({ ...values, others: ['b'], where: { area: '/33/', name: '' } }, 'e')).toEqual({ ...values, units: ['a', 'b'], event: 'e' })
})

test('a point says more than the area it lies in', () => {
  expect(blowOf({ ...values, where: { point: { lng: 120, lat: 30 }, area: '/33/', name: '' } }, undefined)).toEqual({ ...values, units: ['a'], point: { lng: 120, lat: 30 } })
  expect(blowOf({ ...values, where: { area: '/33/', name: '' }, arriveBy: '2026-03-02T09:00:00+08:00' }, undefined)).toEqual({ ...values, units: ['a'], area: '/33/', arriveBy: '2026-03-02T09:00:00+08:00' })
})
