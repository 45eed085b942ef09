import * as z from 'zod'
import { Id, When } from './kit.ts'

/** What `POST /api/file/upload` (multipart, one part named `file`) answers; the photo is then named in an event's `photos`. */
export const FileView = z.object({ id: Id, width: z.number().int(), height: z.number().int(), bytes: z.number().int(), at: When })

export { maxPhotoBytes } from './words/file.ts'
