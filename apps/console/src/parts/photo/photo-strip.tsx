import { Image } from 'antd'
import { photoUrl } from '../../kernel/photo.ts'
import styles from './photo-strip.module.css'

interface PhotoStripProps { photos: { id: string, words: string }[], size?: number }

/** Thumbnails that open into one viewer: zoom, turn, next and previous by keyboard. */
export const PhotoStrip = ({ photos, size = 96 }: PhotoStripProps) => (
  <Image.PreviewGroup items={photos.map(({ id, words }) => ({ src: photoUrl(id), alt: words }))}>
    <ul className={styles.strip}>
      {photos.map(({ id, words }) => (
        <li key={id}><Image src={photoUrl(id, 'thumb')} alt={words} width={size} height={size} loading="lazy" fallback={broken} styles={{ image: { objectFit: 'cover' } }} /></li>
      ))}
    </ul>
  </Image.PreviewGroup>
)

/** Shown where a photo cannot be fetched; drawn here because nothing is loaded from outside. */
const broken = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="#e9edf1"/><text x="48" y="52" font-size="13" fill="#5f6c7a" text-anchor="middle">无法显示</text></svg>')}`
