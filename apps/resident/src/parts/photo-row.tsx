import { Box, Words } from '#element'
import { lookAt } from '../kernel/look.ts'
import { useFullPictures } from '../kernel/picture.ts'
import { warn } from '../kernel/toast.ts'
import { ServerPicture } from './server-picture.tsx'
import './photo-row.css'

/** Photos of the server under a word for what they show; each opens in full size. */
export function PhotoRow({ title, ids }: { title: string, ids: readonly string[] }) {
  const fullPictures = useFullPictures()
  const look = async (at: number) => {
    try {
      lookAt(await fullPictures(ids), at)
    } catch {
      warn('照片没有加载出来，请稍后再试')
    }
  }
  return (
    <Box className="photo-row">
      <Words as="p" className="photo-row__title">{title}</Words>
      <Box className="photo-row__photos" role="group" label={title}>
        {ids.map((id, at) => (
          <Box key={id} className="photo-row__photo">
            <ServerPicture id={id} alt={`查看${title}照片，第 ${at + 1} 张`} onPress={() => { void look(at) }} />
          </Box>
        ))}
      </Box>
    </Box>
  )
}
