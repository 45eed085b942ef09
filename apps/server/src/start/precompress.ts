import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const packed = /\.(js|mjs|css|html|svg|json|webmanifest)$/
/** Below this a packet carries it as it is. */
const least = 2048

/** Writes beside each part of a page what browsers take packed, once and well, so that no request has to. */
export async function precompress(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!packed.test(name)) continue
    const path = join(folder, name)
    const content = await readFile(path)
    if (content.length < least) continue
    await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }))
    await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
  }
}
