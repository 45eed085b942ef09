// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { PagerBar } from '../table/pager-bar.tsx'
import { usePager } from './use-pager.ts'

beforeAll(() => {
  window.scrollTo = () => undefined
})
afterEach(cleanup)

/** Page n goes on to k(n); the fourth is the last. */
function List() {
  const pager = usePager()
  const { search } = useLocation()
  return <><output>{search}</output><PagerBar pager={pager} next={pager.page < 4 ? `k${pager.page}` : null} /></>
}

const open = (path: string) => render(<MemoryRouter initialEntries={[path]}><List /></MemoryRouter>)
const press = (...names: string[]) => names.forEach((name) => fireEvent.click(screen.getByRole('button', { name })))
const address = () => screen.getByRole('status').textContent
const isOff = (name: string) => (screen.getByRole('button', { name }) as HTMLButtonElement).disabled

test.each([
  [['下一页'], '?text=a&after=k1&page=2'],
  [['下一页', '下一页', '下一页'], '?text=a&after=k3&page=4'],
  [['下一页', '下一页', '下一页', '上一页'], '?text=a&after=k2&page=3'],
  [['下一页', '下一页', '上一页', '上一页'], '?text=a'],
  [['下一页', '下一页', '第一页'], '?text=a'],
])('%j leads to %s', (names, expected) => {
  open('/event?text=a')
  press(...names)
  expect(address()).toBe(expected)
})

test('the first page has no way back, the last none on', () => {
  open('/event')
  expect([isOff('第一页'), isOff('上一页'), isOff('下一页')]).toEqual([true, true, false])
  press('下一页', '下一页', '下一页')
  expect([isOff('第一页'), isOff('上一页'), isOff('下一页')]).toEqual([false, false, true])
})

test('a sent link to a later page leads on and to the beginning, for the way between is not known', () => {
  open('/event?after=k2&page=3')
  expect([isOff('第一页'), isOff('上一页'), isOff('下一页')]).toEqual([false, true, false])
})
