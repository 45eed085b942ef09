import { Box, Picture, Words } from '#element'
import { usePicture } from '../kernel/picture.ts'
import './server-picture.css'

type ServerPictureProps = { id: string, alt: string, className?: string, onPress: () => void }

/** A photo that the server keeps, in small. */
export function ServerPicture({ id, alt, className, onPress }: ServerPictureProps) {
  const address = usePicture(id)
  if (address) return <Picture src={address} alt={alt} className={className} onPress={onPress} />
  return <Box className="server-picture"><Words>{address === null ? '正在加载' : '没有加载出来'}</Words></Box>
}
