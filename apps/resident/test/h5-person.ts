import { built } from './built.mjs'
import { startCity } from './city.ts'
import { openPhone } from './h5-host.ts'

/** Somebody with a browser on a phone, in front of a real server, where the story takes place. */
export async function openPerson() {
  await built('h5')
  const city = await startCity()
  const office = await city.office()
  const { page, context, faults, open, close } = await openPhone(city.address, { permissions: ['geolocation'], geolocation: { longitude: office.lng, latitude: office.lat } })
  await context.addInitScript(pretendToHearAndSpeak)
  return {
    city, office, page, context, faults, open,
    button: (name: string | RegExp) => page.getByRole('button', { name }),
    /** Waits until it stands on the page in front; pages behind are kept, but not shown. */
    says: (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor(),
    /** Of which event the page in front speaks. */
    idShown: () => new URL(page.url().replace('#/', '')).searchParams.get('id')!,
    /** Is signed in already, as the holder of a token. */
    signInAs: async (token: string) => {
      await context.addCookies([{ name: 'linli_session', value: token, url: city.address, httpOnly: true, sameSite: 'Lax' }])
      await context.addInitScript(() => { localStorage.setItem('linli.session', JSON.stringify({ data: { isSignedIn: true, token: null } })) })
    },
    close: async () => {
      await close()
      await city.close()
    },
  }
}

export type Person = Awaited<ReturnType<typeof openPerson>>

/** Headless Chromium hears nothing and has no voice: here it hears what `window.heard` is given, and keeps in `window.spoken` what it would say. */
function pretendToHearAndSpeak() {
  class Recognition extends EventTarget {
    start() { Object.assign(window, { heard: (transcript: string) => this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results: [[{ transcript }]] })) }) }
    stop() { this.dispatchEvent(new Event('end')) }
  }
  Object.assign(window, { SpeechRecognition: Recognition })
  window.speechSynthesis.speak = ({ text }) => { Object.assign(window, { spoken: text }) }
}
