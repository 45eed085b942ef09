import { createHash } from 'node:crypto'
import type { PhotoPart } from '@linli/contract'
import sharp from 'sharp'
import type { Files } from '../../src/kernel/files.ts'
import type { DemoEvent } from '../event/generate.ts'
import { idAt } from '../id.ts'
import type { Account } from '../people/account.ts'
import { randomOf } from '../random.ts'
import { drawScene, scenes, type Scene } from './scene.ts'

export interface DemoPhoto { id: string, event: DemoEvent, part: PhotoPart, by: Account, at: Date, scene: Scene, isDone: boolean, which: number }

/** Drawings of each scene and state; photos are copies of one of them. */
const each = { found: 2, done: 1 }

const dayMs = 86_400_000

/** Gives photos to some of the last month's events, to most of the last days': as found by who reported, as done by who handled. */
export function takePhotos(seed: string, events: readonly DemoEvent[], now: Date): DemoPhoto[] {
  const random = randomOf(`${seed} photos`)
  return events.filter(({ reported }) => now.getTime() - reported.at.getTime() < 30 * dayMs).flatMap((event) => {
    const { reported, course } = event
    const days = (now.getTime() - reported.at.getTime()) / dayMs
    if (reported.source === 'hotline' || !random.chance(days < 4 ? 0.6 : 0.1)) return []
    const scene = sceneOf(reported.story.code)
    const take = (part: PhotoPart, at: Date, by: Account, isDone: boolean): DemoPhoto => ({ id: idAt(random, at.getTime()), event, part, by, at, scene, isDone, which: random.whole(1, isDone ? each.done : each.found) })
    const done = course.happenings.findLast(({ step }) => step === 'feedback' || step === 'reportHandled')
    return [
      ...Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => take('before', reported.at, reported.reporter, false)),
      ...(done && random.chance(0.8) ? [take('after', done.at, done.by!, true)] : []),
    ]
  })
}

const bySubject: readonly (readonly [RegExp, Scene])[] = [
  [/^06011|^C03|^0801|^06018$/, 'rubble'], [/^B01|^B02|^09010|^09011/, 'scooter'], [/^B04|^06035|^C02/, 'corridor'], [/^01037/, 'lamp'], [/^0601[23]|^01003|^M06|^06003/, 'road'],
  [/^B03|^0900?9|^09012|^G01|^08011/, 'cars'], [/^0900|^C04/, 'stall'], [/^07|^06001|^B07|^03|^01/, 'wall'], [/^G05/, 'leak'], [/^04|^06038|^06007|^C05|^K/, 'green'], [/^06025/, 'river'], [/^06|^C01/, 'garbage'],
]
const sceneOf = (code: string): Scene => bySubject.find(([pattern]) => pattern.test(code))?.[1] ?? 'desk'

export interface Kept { width: number, height: number, bytes: number, digest: Buffer }

/** Draws every picture once and stores it under the id of each photo; answers what is stored of each. */
export async function storePhotos(seed: string, photos: readonly DemoPhoto[], files: Files): Promise<Map<string, Kept>> {
  const kept = new Map<string, Kept>()
  const alike = Map.groupBy(photos, ({ scene, isDone, which }) => `${scene} ${isDone} ${which}`)
  await Promise.all([...alike].map(async ([name, [first, ...others]]) => {
    const drawing = drawScene(randomOf(`${seed} ${name}`), first!.scene, first!.isDone)
    const photo = await files.keepPhoto(first!.id, await sharp(Buffer.from(drawing)).png({ compressionLevel: 1 }).toBuffer())
    await Promise.all(others.map(({ id }) => files.copyPhoto(first!.id, id)))
    const what = { width: photo.width, height: photo.height, bytes: photo.bytes.length, digest: createHash('sha256').update(photo.bytes).digest() }
    for (const { id } of alike.get(name)!) kept.set(id, what)
  }))
  return kept
}

export const pictureCount = scenes.length * (each.found + each.done)
