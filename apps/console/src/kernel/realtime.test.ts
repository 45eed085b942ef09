import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { isTouched, line, listen } from './realtime.ts'

test.each([
  [['event', 'list', { text: '漏水' }], { topic: 'event', id: '1' }, true],
  [['event', 'get', { id: '1' }], { topic: 'event', id: '1' }, true],
  [['event', 'get', { id: '2' }], { topic: 'event', id: '1' }, false],
  [['event', 'get', { id: '2' }], { topic: 'event' }, true],
  [['matter', 'tree', {}], { topic: 'event', id: '1' }, false],
  [['matter', 'tree', {}], { topic: 'resync' }, true],
])('question %j after notice %j is asked again: %s', (key, notice, expected) => {
  expect(isTouched(key, notice)).toBe(expected)
})

/** The browser's stream, as far as it is used: EventTarget with a state and an end. */
class Stream extends EventTarget {
  readyState = 1
  isClosed = false
  close() {
    this.isClosed = true
  }
  say(data: string) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

test('follows the line, ignores what it does not understand, and hangs up', () => {
  const stream = new Stream()
  const stop = listen(new QueryClient(), () => stream as unknown as EventSource)
  stream.dispatchEvent(new Event('open'))
  expect(line.get()).toBe('live')
  stream.dispatchEvent(new Event('error'))
  expect(line.get()).toBe('lost')
  stream.say('not json')
  expect(line.get()).toBe('lost')
  stream.say('{"topic":"resync"}')
  expect(line.get()).toBe('live')
  stop()
  expect(stream.isClosed).toBe(true)
})
