import { photoPart } from '@linli/contract/words/index'
import type { PhotoPart } from '@linli/contract/words/index'
import { PhotoStrip } from '../../parts/photo/photo-strip.tsx'
import { whenExact } from '../../parts/when.ts'
import styles from './event-photos.module.css'
import type { EventView } from './event-view.ts'

/** Before and after side by side, so that one look tells whether it was mended. */
export const EventPhotos = ({ photos }: { photos: EventView['photos'] }) => (
  <section className="panel" aria-labelledby="photos">
    <h2 id="photos" className="panel-title">照片</h2>
    <div className={`panel-body ${styles.parts}`}>
      {(Object.entries(photoPart) as [PhotoPart, string][]).map(([part, words]) => {
        const mine = photos.filter((photo) => photo.part === part)
        return mine.length > 0 && (
          <div key={part}>
            <h3 className={styles.title}>{words} {mine.length} 张</h3>
            <PhotoStrip photos={mine.map((photo, index) => ({ id: photo.id, words: `${words}照片 ${index + 1}，${photo.by}，${whenExact(photo.at)}` }))} />
          </div>
        )
      })}
    </div>
  </section>
)
