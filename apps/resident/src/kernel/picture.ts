import { useEffect, useMemo, useState } from 'react'
import { pictureAt } from './transport.ts'

/** Where the server keeps a photo. */
const pathOf = (id: string, size: 'thumb' | 'full') => `/api/file/${id}?size=${size}`

/** Several photos in full size, ready to be looked at. */
export const fullPictures = (ids: readonly string[]): Promise<string[]> => Promise.all(ids.map((id) => pictureAt(pathOf(id, 'full'))))

/** A photo of the server in small: null while it is on its way, empty where it does not come. H5 knows its address at once. */
export function usePicture(id: string): string | null {
  const source = useMemo(() => pictureAt(pathOf(id, 'thumb')), [id])
  const [fetched, setFetched] = useState<{ source: unknown, address: string } | null>(null)
  useEffect(() => {
    if (typeof source === 'string') return
    const show = (address: string) => setFetched({ source, address })
    source.then(show, () => show(''))
  }, [source])
  if (typeof source === 'string') return source
  return fetched?.source === source ? fetched.address : null
}
