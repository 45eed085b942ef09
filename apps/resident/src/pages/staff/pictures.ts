import { staffPictureAt, staffPictureData } from '../../kernel/staff.ts'
import { thumbName } from './ahead.ts'
import { recall } from './seen.ts'

/** Photos as this phone has them: small ones that were fetched ahead come without a network, and stand in for large ones that do not come. */
export async function pictureSource(path: string): Promise<string> {
  const isSmall = path.endsWith('size=thumb')
  const kept = await recall<string>(thumbName(path.replace('size=full', 'size=thumb')))
  if (isSmall) return kept?.data ?? staffPictureAt(path)
  const address = staffPictureAt(path)
  // A browser's address shows nothing where nothing answers; the mini-program has fetched the file.
  if (!kept || typeof address !== 'string') return address
  return staffPictureData(path).catch(() => kept.data)
}
