import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { pictureAt } from './transport.ts'
import type { Line } from './transport.ts'

/** With whose session pictures are fetched; pages of staff say theirs. */
export const PictureSource = createContext<Line['pictureAt']>(pictureAt)

/** Where the server keeps a photo. */
const pathOf = (id: string, size: 'thumb' | 'full') => `/api/file/${id}?size=${size}`

/** Gives several photos in full size, ready to be looked at. */
export function useFullPictures(): (ids: readonly string[]) => Promise<string[]> {
  const source = useContext(PictureSource)
  return (ids) => Promise.all(ids.map((id) => source(pathOf(id, 'full'))))
}

/** A photo of the server in small: null while it is on its way, empty where it does not come. H5 knows its address at once. */
export function usePicture(id: string): string | null {
  const from = useContext(PictureSource)
  const source = useMemo(() => from(pathOf(id, 'thumb')), [from, id])
  const [fetched, setFetched] = useState<{ source: unknown, address: string } | null>(null)
  useEffect(() => {
    if (typeof source === 'string') return
    const show = (address: string) => setFetched({ source, address })
    source.then(show, () => show(''))
  }, [source])
  if (typeof source === 'string') return source
  return fetched?.source === source ? fetched.address : null
}
