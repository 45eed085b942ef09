import type { Phone, WxAnswer } from './weapp-wx.ts'
import { drawnPhoto } from './photo.ts'

/** A phone whose calls reach a real server, as WeChat carries them: no cookies, no Origin, files by path. */
export function connected(address: string, more: Partial<Phone> = {}): Phone & { sent: string[], fetched: string[] } {
  const at = (url: string) => `${address}${new URL(url, address).pathname}${new URL(url, address).search}`
  const fetched: string[] = []
  const sent: string[] = []
  return {
    ...more,
    sent,
    fetched,
    request: async ({ url, data, header }) => {
      sent.push(url)
      return answered(await fetch(at(url), { method: 'POST', headers: header, body: JSON.stringify(data) }))
    },
    upload: async ({ url, name, header }) => {
      const form = new FormData()
      form.append(name, new Blob([new Uint8Array((await drawnPhoto('#486')).buffer)], { type: 'image/jpeg' }), 'photo.jpg')
      return answered(await fetch(at(url), { method: 'POST', headers: header, body: form }))
    },
    download: async ({ url, header }) => {
      const answer = await fetch(at(url), { headers: header })
      fetched.push(url)
      return { status: answer.status, path: `wxfile://${answer.headers.get('content-type')}/${(await answer.arrayBuffer()).byteLength}` }
    },
  }
}

const answered = async (answer: Response): Promise<WxAnswer> => ({ status: answer.status, body: await answer.json() })
