import { useContext } from 'react'
import { Box, Picture, Press, Words } from '#element'
import { lookAt } from '../kernel/look.ts'
import { pickPhotos } from '../kernel/photo.ts'
import { useFullPictures } from '../kernel/picture.ts'
import { warn } from '../kernel/toast.ts'
import { UploadTarget, addPhotos, sendAgain } from '../kernel/upload.ts'
import type { ChangePhotos, HeldPhoto } from '../kernel/upload.ts'
import { FieldGroup } from './field.tsx'
import type { FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { ServerPicture } from './server-picture.tsx'
import './photo-grid.css'

type PhotoGridProps = FieldProps & { photos: readonly HeldPhoto[], most: number, change: ChangePhotos }

/** Takes up to `most` photos and sends each up at once; each can be looked at, taken away, and sent again where that failed. */
export function PhotoGrid({ photos, most, change, ...field }: PhotoGridProps) {
  const room = most - photos.length
  const target = useContext(UploadTarget)
  const add = async () => {
    try {
      const { photos: picked, left } = await pickPhotos(room)
      addPhotos(picked, change, target)
      if (left > 0) warn(`最多 ${most} 张照片，有 ${left} 张没有加上`)
    } catch {
      warn('没有取到照片，请在手机设置里允许使用相机和相册')
    }
  }
  return (
    <FieldGroup {...field} error={refusal(photos) ?? field.error}>
      <Box className="photo-grid" role="group" label={field.label} labelledBy={field.id}>
        {photos.map((photo, index) => <Tile key={photo.key} photo={photo} index={index} photos={photos} change={change} />)}
        {room > 0 && (
          <Box className="photo-grid__tile">
            <Press className="photo-grid__add" onPress={add}>
              <Icon name="camera" className="photo-grid__sign" />
              <Words>{photos.length === 0 ? '添加照片' : `再加 ${room} 张`}</Words>
            </Press>
          </Box>
        )}
      </Box>
    </FieldGroup>
  )
}

/** Which one the server did not take, and why; it stays to be read until the photo is taken away. */
function refusal(photos: readonly HeldPhoto[]): string | undefined {
  const at = photos.findIndex(({ state }) => state === 'refused')
  return at < 0 ? undefined : `第 ${at + 1} 张照片不能用：${photos[at]?.why}。请删除后再提交`
}

type TileProps = { photo: HeldPhoto, index: number, photos: readonly HeldPhoto[], change: ChangePhotos }

function Tile({ photo, index, photos, change }: TileProps) {
  const name = `第 ${index + 1} 张照片`
  const fullPictures = useFullPictures()
  const target = useContext(UploadTarget)
  /** As they are on this phone; those that only the server has from there. */
  const pathsOf = () => Promise.all(photos.map(async ({ path, id }) => path || (id ? (await fullPictures([id]))[0]! : '')))
  const remove = () => change((held) => held.filter(({ key }) => key !== photo.key))
  const look = () => { void pathsOf().then((paths) => lookAt(paths, index), () => warn('照片没有加载出来，请稍后再试')) }
  return (
    <Box className="photo-grid__tile">
      {photo.path
        ? <Picture className="photo-grid__photo" src={photo.path} alt={`查看${name}`} onPress={look} />
        : photo.id && <ServerPicture id={photo.id} className="photo-grid__photo" alt={`查看${name}`} onPress={look} />}
      {photo.state === 'sending' && <Box className="photo-grid__state">{`上传中 ${Math.round(photo.share * 100)}%`}</Box>}
      {photo.state === 'refused' && <Box className="photo-grid__state photo-grid__state--failed">不能用</Box>}
      {photo.state === 'failed' && (
        <Press className="photo-grid__state photo-grid__state--failed" label={`${name}没有传成，点此重传`} onPress={() => sendAgain(photo, change, target)}>没传成，点此重传</Press>
      )}
      <Press className="photo-grid__remove" label={`删除${name}`} onPress={remove}><Icon name="close" /></Press>
    </Box>
  )
}
