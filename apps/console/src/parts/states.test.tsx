// @vitest-environment jsdom
import { Refusal } from '@linli/client'
import { problems } from '@linli/contract/problems'
import type { ProblemCode } from '@linli/contract'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import { Answer } from './states.tsx'

afterEach(cleanup)

const refusal = (code: ProblemCode) => new Refusal({ type: 'about:blank', code, ...problems[code], request: 'a1b2' })
const show = (data: string | undefined, error: Error | null, refetch: () => unknown = () => undefined) =>
  render(<MemoryRouter><Answer query={{ data, error, isPending: !data && !error, refetch }}>{(words) => <p>{words}</p>}</Answer></MemoryRouter>)

test('an answer is shown, also while asking again has failed', () => {
  show('三件', refusal('server.busy'))
  expect(screen.getByText('三件')).toBeTruthy()
})

test('without an answer one is told that it is awaited', () => {
  show(undefined, null)
  expect(screen.getByRole('status')).toBeTruthy()
})

test.each([['may.not', '您没有查看这一页的权限'], ['not-found', '没有找到，或您无权查看'], ['server.fault', problems['server.fault'].title]] as const)('%s is said as %s', (code, words) => {
  show(undefined, refusal(code))
  expect(screen.getByText(words)).toBeTruthy()
})

test('a fault names the request and can be tried again', () => {
  let asked = 0
  show(undefined, refusal('server.fault'), () => asked++)
  expect(screen.getByText('编号：a1b2')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /重\s?试/ }))
  expect(asked).toBe(1)
})
