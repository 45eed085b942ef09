// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { shortcuts } from '../keys.ts'
import { useRowKeys } from './use-row-keys.ts'

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined
})
beforeEach(() => shortcuts.set(true))
afterEach(cleanup)

function List({ isOpen = false }: { isOpen?: boolean }) {
  useRowKeys()
  return (
    <>
      <input data-search aria-label="搜索" />
      <ul>{['一', '二', '三'].map((name) => <li key={name}><a href={`#${name}`} data-row-link>{name}</a></li>)}</ul>
      {isOpen && <div role="dialog" aria-modal="true">窗口</div>}
    </>
  )
}

const press = (...keys: string[]) => keys.forEach((key) => fireEvent.keyDown(document.activeElement ?? document.body, { key }))
const focused = () => document.activeElement?.textContent

test.each([
  [['j'], '一'],
  [['j', 'j'], '二'],
  [['j', 'j', 'k'], '一'],
  [['j', 'k', 'k'], '一'],
  [['k'], '三'],
  [['j', 'j', 'j', 'j', 'j'], '三'],
])('%j leads to row %s', (keys, row) => {
  render(<List />)
  press(...keys)
  expect(focused()).toBe(row)
})

test('/ goes to the search box, where letters are letters, and Esc leaves it', () => {
  render(<List />)
  press('/')
  expect(document.activeElement).toBe(screen.getByLabelText('搜索'))
  press('j')
  expect(document.activeElement).toBe(screen.getByLabelText('搜索'))
  press('Escape')
  expect(document.activeElement).toBe(document.body)
})

test('an open window keeps the keys for itself', () => {
  render(<List isOpen />)
  press('j')
  expect(document.activeElement).toBe(document.body)
})

test('whoever turned the shortcuts off presses letters in vain', () => {
  shortcuts.set(false)
  render(<List />)
  press('j')
  expect(document.activeElement).toBe(document.body)
})
