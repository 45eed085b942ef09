import { createRequire } from 'node:module'

/** The server's own picture library: photos of these stories are real ones. */
const sharp = createRequire(new URL('../../server/package.json', import.meta.url))('sharp') as (options: object) => { jpeg: (options?: object) => { toBuffer: () => Promise<Buffer> } }

/** A photo of one colour, as large as a phone takes it. */
export async function drawnPhoto(background: string): Promise<{ name: string, mimeType: string, buffer: Buffer }> {
  const buffer = await sharp({ create: { width: 2400, height: 1800, channels: 3, background } }).jpeg().toBuffer()
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer }
}

/** As large as the best cameras make them: noise is what JPEG can make nothing of. */
export async function hugePhoto(): Promise<{ name: string, mimeType: string, buffer: Buffer }> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 }
  return { name: 'huge.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#000', noise } }).jpeg({ quality: 98 }).toBuffer() }
}
