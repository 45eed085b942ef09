import { createCall } from '@linli/client'
import type { Output } from '@linli/contract'
import { lineOf } from '../../kernel/transport.ts'
import type { Line } from '../../kernel/transport.ts'

export type LinkPage = NonNullable<Output<'link', 'open'>['page']>

/** Asked without a session: an answer here says nothing of whoever is signed in. */
const nobody = lineOf(() => ({ isSignedIn: false, token: null }), () => undefined)
export const linkCall = createCall(nobody.transport)

/** Photos go up and come down with the secret of the link, which stands in no address. */
export function lineOfLink(token: string): Pick<Line, 'upload' | 'pictureAt'> {
  const { upload } = lineOf(() => ({ isSignedIn: false, token }), () => undefined, 'Link')
  return { upload, pictureAt: async (path) => URL.createObjectURL(await picture(path, token)) }
}

async function picture(path: string, token: string): Promise<Blob> {
  const answer = await fetch(path, { headers: { authorization: `Link ${token}` } })
  if (!answer.ok) throw new Error('no picture')
  return answer.blob()
}
