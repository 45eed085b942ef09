import { photoPart } from '@linli/contract/words/event.ts'
import { Box, Words } from '#element'
import { PhotoRow } from '../../parts/photo-row.tsx'
import type { StaffEvent } from './seen.ts'

const sides = ['before', 'after'] as const

/** Before and after beside each other; each opens in full size. */
export function Compare({ photos }: Pick<StaffEvent, 'photos'>) {
  const idsOf = (part: (typeof sides)[number]) => photos.filter((photo) => photo.part === part).map(({ id }) => id)
  if (photos.length === 0) return <Words as="p" className="staff__waiting">没有处置前后的照片，请到现场看。</Words>
  return (
    <Box className="staff__compare">
      {sides.map((part) => (
        <Box key={part} className="staff__side">
          {idsOf(part).length > 0 ? <PhotoRow title={photoPart[part]} ids={idsOf(part)} /> : <Words as="p" className="staff__waiting">{`没有${photoPart[part]}照片`}</Words>}
        </Box>
      ))}
    </Box>
  )
}
