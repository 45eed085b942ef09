import { expect, test } from 'vitest'
import { itemAt } from './main-menu.tsx'
import { safePath } from './section.ts'
import type { MenuItem } from './section.ts'

const items: MenuItem[] = ['/', '/event', '/event/new'].map((to) => ({ to, title: to, icon: () => null, group: 'work', may: 'event.view' }))

test.each([['/', '/'], ['/event', '/event'], ['/event/1', '/event'], ['/event/new', '/event/new'], ['/eventual', undefined], ['/me', undefined]])('page %s belongs to %s', (pathname, to) => {
  expect(itemAt(items, pathname)?.to).toBe(to)
})

test.each([
  ['/event?status=closed', '/event?status=closed'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['/sign-in?to=/sign-in', '/'],
  [null, '/'],
])('after signing in, %s leads to %s', (text, path) => {
  expect(safePath(text)).toBe(path)
})
