import { setTimeout as wait } from 'node:timers/promises'
import { openOutside } from '../src/outside/open.ts'
import { openCity, type City, type CityOptions } from './city.ts'

/** A city with its jobs at work and simulators for everything outside. */
export async function openCityWithOutside(env: CityOptions['env'] = {}) {
  const { outside, simulators, close } = await openOutside({ isDemo: true, sms: null, wechat: null, oidc: null })
  const city: City = await openCity({ outside, env, work: true })
  const messages = simulators.find((one) => one.messages)!.messages!
  return {
    city, simulators,
    /** The text messages of a number, newest first, when there are this many. */
    async messagesTo(phone: string, count: number): Promise<string[]> {
      for (let tries = 0; tries < 600; tries += 1) {
        const texts = messages().filter((one) => one.phone === phone).map(({ text }) => text)
        if (texts.length >= count) return texts
        await wait(50)
      }
      throw new Error(`${phone} got no message`)
    },
    async close() {
      await city.close()
      await close()
    },
  }
}
