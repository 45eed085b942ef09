// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Form } from 'antd'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PhotoInput, photoRules } from './photo-input.tsx'

/** The browser's way to the server: holds a photo until `arrive`. */
let arrive: () => void = () => undefined
class Sending extends EventTarget {
  upload = new EventTarget()
  status = 200
  response = { id: 'p1' }
  open() {}
  setRequestHeader() {}
  send() {
    arrive = () => void this.dispatchEvent(new Event('load'))
  }
}

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', Sending)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined })
})
afterEach(cleanup)

test('a form waits for a photo that is on its way, and is sent with it', async () => {
  const sent: unknown[] = []
  render(<Form onFinish={(values) => sent.push(values)}><Form.Item name="photos" rules={photoRules}><PhotoInput id="photos" /></Form.Item><button type="submit">提交</button></Form>)
  fireEvent.change(document.querySelector('input[type=file]')!, { target: { files: [new File(['x'], 'a.jpg', { type: 'image/jpeg' })] } })
  fireEvent.click(screen.getByText('提交'))
  await screen.findByText(/有照片还没有传上去/)
  expect(sent).toEqual([])
  arrive()
  await screen.findByText('已上传')
  fireEvent.click(screen.getByText('提交'))
  await waitFor(() => expect(sent).toEqual([{ photos: ['p1'] }]))
})
