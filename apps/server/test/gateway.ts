import assert from 'node:assert/strict'
import { openOutside } from '../src/outside/open.ts'
import { openCity, type City, type CityOptions } from './city.ts'
import { eventually } from './eventually.ts'

/** A city with its jobs at work and simulators for everything outside. */
export async function openCityWithOutside(env: CityOptions['env'] = {}) {
  const { outside, simulators, close } = await openOutside({ isDemo: true, sms: null, wechat: null, oidc: null })
  const city: City = await openCity({ outside, env, work: true })
  const messages = simulators.find((one) => one.messages)!.messages!
  return {
    city, simulators,
    /** The text messages of a number, newest first, when there are this many. */
    async messagesTo(phone: string, count: number): Promise<string[]> {
      const texts = () => messages().filter((one) => one.phone === phone).map(({ text }) => text)
      await eventually(async () => assert.ok(texts().length >= count, `${phone} got ${texts().length} messages`))
      return texts()
    },
    async close() {
      await city.close()
      await close()
    },
  }
}
