// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { App } from 'antd'
import { useState } from 'react'
import { Link, RouterProvider, createMemoryRouter } from 'react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { useLeave } from './use-leave.ts'

afterEach(cleanup)

function Page() {
  const [text, setText] = useState('')
  useLeave(() => text !== '')
  return <><input aria-label="描述" value={text} onChange={(event) => setText(event.target.value)} /><Link to="/list">事件</Link></>
}

const open = () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  render(<App><RouterProvider router={createMemoryRouter([{ path: '/', element: <Page /> }, { path: '/list', element: <p>列表</p> }])} /></App>)
}

test('an empty form is left without a question', async () => {
  open()
  fireEvent.click(screen.getByText('事件'))
  await screen.findByText('列表')
})

test('written words are kept until their writer gives them up', async () => {
  open()
  fireEvent.change(screen.getByLabelText('描述'), { target: { value: '井盖松动' } })
  fireEvent.click(screen.getByText('事件'))
  fireEvent.click(await screen.findByText('继续填写'))
  expect((screen.getByLabelText('描述') as HTMLInputElement).value).toBe('井盖松动')
  fireEvent.click(screen.getByText('事件'))
  fireEvent.click((await screen.findAllByText('不保留，离开')).slice(-1)[0]!)
  await screen.findByText('列表')
})
