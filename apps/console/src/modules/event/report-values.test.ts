import { expect, test } from 'vitest'
import { reportOf, usualSource } from './report-values.ts'

const values = { description: '井盖松动', matter: 'A01', severity: 'ordinary' as const }
const point = { lng: 120.1, lat: 30.1 }

test('a point is sent instead of the area it lies in', () => {
  expect(reportOf({ ...values, where: { point, area: '/33/99/01/008/', name: '临河街道' } })).toMatchObject({ point })
  expect(reportOf({ ...values, where: { point, area: '/33/99/01/008/', name: '临河街道' } })).not.toHaveProperty('area')
  expect(reportOf({ ...values, where: { area: '/33/99/01/008/', name: '临河街道' } })).toMatchObject({ area: '/33/99/01/008/' })
})

test.each([
  ['张三', '13800000000', { name: '张三', phone: '13800000000' }],
  ['', '13800000000', { name: '', phone: '13800000000' }],
  ['张三', ' ', { name: '张三', phone: '' }],
  [undefined, undefined, undefined],
])('reporter %s %s is told as %j', (reporterName, reporterPhone, reporter) => {
  expect(reportOf({ ...values, reporterName, reporterPhone }).reporter).toEqual(reporter)
})

test('an empty title is left to the server', () => {
  expect(reportOf({ ...values, title: '  ' }).title).toBeUndefined()
})

const post = { id: '1', roleName: '', area: '/33/99/01/008/005/', areaName: '', from: '', until: null, onBehalfOf: null }

test('a grid worker mostly reports what a walk has shown, a building steward what the building has', () => {
  expect(usualSource({ may: { 'event.report': ['/33/99/01/008/'] }, posts: [{ ...post, role: 'gridWorker' }] })).toBe('grid')
  expect(usualSource({ may: { 'event.report': ['/33/99/01/008/'] }, posts: [{ ...post, role: 'steward' }] })).toBe('steward')
})

test('an acceptor, who writes down what others report, is asked where it comes from', () => {
  expect(usualSource({ may: { 'event.accept': ['/33/99/01/008/'] }, posts: [{ ...post, role: 'acceptor' }] })).toBeUndefined()
})
