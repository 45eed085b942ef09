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
  return { status: answer.statusCode, body: answer.data }
}

export async function sendPhoto(address: string, photo: Photo, header: Record<string, string>): Promise<Answer> {
  const answer = await Taro.uploadFile({ url: address, filePath: photo.path, name: 'file', timeout: photoPatience, header })
  return { status: answer.statusCode, body: parsed(answer.data) }
}

/** `uploadFile` always answers text. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}
