import Taro from '@tarojs/taro'
import type { Answer, Photo } from '../phone.ts'

/** Weak networks in stairwells and lifts: longer than a browser's habit, shorter than a person's patience. */
const patience = 20_000
/** What 300 KB need where the network is at its worst. */
const photoPatience = 60_000

export async function post(address: string, body: unknown, header: Record<string, string>): Promise<Answer> {
  const answer = await Taro.request({
    url: address, method: 'POST', data: body, dataType: 'json', timeout: patience, header: { 'content-type': 'application/json', ...header },
  })
  const { Date: date, date: lower } = answer.header as Record<string, string | undefined>
  return { status: answer.statusCode, body: answer.data, at: Date.parse(date ?? lower ?? '') }
}

export function sendPhoto(address: string, photo: Photo, header: Record<string, string>, through: (share: number) => void): Promise<Answer> {
  const sending = Taro.uploadFile({ url: address, filePath: photo.path, name: 'file', timeout: photoPatience, header })
  sending.progress(({ progress }) => through(progress / 100))
  return sending.then(({ statusCode, data }) => ({ status: statusCode, body: parsed(data) }))
}

/** WeChat keeps what was downloaded until the app is closed, so nothing is fetched twice. */
const fetched = new Map<string, Promise<string>>()

export function pictureAt(address: string, header: Record<string, string>): Promise<string> {
  const known = fetched.get(address)
  if (known) return known
  const fetching = fetch(address, header)
  fetched.set(address, fetching)
  fetching.catch(() => fetched.delete(address))
  return fetching
}

export async function pictureData(address: string, header: Record<string, string>): Promise<string> {
  const filePath = await pictureAt(address, header)
  return new Promise((done, failed) => {
    Taro.getFileSystemManager().readFile({ filePath, encoding: 'base64', success: ({ data }) => done(`data:image/jpeg;base64,${String(data)}`), fail: failed })
  })
}

async function fetch(url: string, header: Record<string, string>): Promise<string> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url, header, timeout: photoPatience })
  if (statusCode !== 200) throw new Error('the picture did not come')
  return tempFilePath
}

/** `uploadFile` always answers text. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}
