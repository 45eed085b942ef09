import { Box, Picture, Press, Words } from '#element'
import { lookAt } from '../kernel/look.ts'
import { pickPhotos } from '../kernel/photo.ts'
import type { Photo } from '../phone/phone.ts'
import { warn } from '../kernel/toast.ts'
import { FieldGroup } from './field.tsx'
import type { FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import './photo-grid.css'

/** A photo on its way to the server. */
export type HeldPhoto = Photo & { state?: 'sending' | 'sent' | 'failed' }

type PhotoGridProps = FieldProps & {
  photos: readonly HeldPhoto[]
  most: number
  onAdd: (photos: Photo[]) => void
  onRemove: (photo: HeldPhoto) => void
  onAgain?: (photo: HeldPhoto) => void
}

/** Takes up to `most` photos; each can be looked at, taken away, and sent again where that failed. */
export function PhotoGrid({ photos, most, onAdd, onRemove, onAgain, ...field }: PhotoGridProps) {
  const room = most - photos.length
  const add = async () => {
    try {
      const picked = await pickPhotos(room)
      if (picked.length > 0) onAdd(picked)
    } catch {
      warn('没有取到照片，请在手机设置里允许使用相机和相册')
    }
  }
  return (
    <FieldGroup {...field}>
      <Box className="photo-grid" role="group" label={field.label} labelledBy={field.id}>
        {photos.map((photo, index) => (
          <Tile key={photo.path} photo={photo} index={index} paths={photos.map(({ path }) => path)} onRemove={onRemove} onAgain={onAgain} />
        ))}
        {room > 0 && (
          <Box className="photo-grid__tile">
            <Press className="photo-grid__add" onPress={add}>
              <Icon name="camera" className="photo-grid__sign" />
              <Words>{photos.length === 0 ? '添加照片' : `还可加 ${room} 张`}</Words>
            </Press>
          </Box>
        )}
      </Box>
    </FieldGroup>
  )
}

type TileProps = Pick<PhotoGridProps, 'onRemove' | 'onAgain'> & { photo: HeldPhoto, index: number, paths: string[] }

function Tile({ photo, index, paths, onRemove, onAgain }: TileProps) {
  const name = `第 ${index + 1} 张照片`
  return (
    <Box className="photo-grid__tile">
      <Picture className="photo-grid__photo" src={photo.path} alt={`查看${name}`} onPress={() => lookAt(paths, index)} />
      {photo.state === 'sending' && <Box className="photo-grid__state" role="status">上传中…</Box>}
      {photo.state === 'failed' && onAgain && (
        <Press className="photo-grid__state photo-grid__state--failed" label={`${name}没有传成，点此重传`} onPress={() => onAgain(photo)}>没传成，点此重传</Press>
      )}
      <Press className="photo-grid__remove" label={`删除${name}`} onPress={() => onRemove(photo)}><Icon name="close" /></Press>
    </Box>
  )
}
