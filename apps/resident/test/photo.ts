import { createRequire } from 'node:module'

/** The server's own picture library: photos of these stories are real ones. */
const sharp = createRequire(new URL('../../server/package.json', import.meta.url))('sharp') as (options: object) => { jpeg: () => { toBuffer: () => Promise<Buffer> } }

/** A photo of one colour, as large as a phone takes it. */
export async function drawnPhoto(background: string): Promise<{ name: string, mimeType: string, buffer: Buffer }> {
  const buffer = await sharp({ create: { width: 2400, height: 1800, channels: 3, background } }).jpeg().toBuffer()
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer }
}
