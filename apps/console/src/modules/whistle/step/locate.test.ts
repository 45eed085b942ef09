import { expect, test, vi } from 'vitest'
import { locate } from './locate.ts'

const answering = (answer: (good: PositionCallback, bad: PositionErrorCallback) => void) => ({ getCurrentPosition: answer }) as unknown as Geolocation

test('a position comes with its error; a refusal with what can be done', async () => {
  vi.stubGlobal('isSecureContext', true)
  expect(await locate(answering((good) => good({ coords: { longitude: 120.123456789, latitude: 30.5, accuracy: 12.4 } } as GeolocationPosition)))).toEqual({ point: { lng: 120.1234568, lat: 30.5 }, accuracy: 12 })
  expect((await locate(answering((_, bad) => bad({ code: 1 } as GeolocationPositionError)))).fault).toContain('没有允许')
  vi.stubGlobal('isSecureContext', false)
  expect((await locate(answering(() => undefined))).fault).toContain('https')
  vi.unstubAllGlobals()
})
