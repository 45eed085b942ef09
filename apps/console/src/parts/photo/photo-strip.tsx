import { Image } from 'antd'
import { useState } from 'react'
import { photoUrl } from '../../kernel/photo.ts'
import styles from './photo-strip.module.css'
import { viewer } from './viewer.tsx'

interface Photo { id: string, words: string }

/** Thumbnails that open into one viewer: zoom, turn, next and previous by keyboard. */
export function PhotoStrip({ photos, size = 96 }: { photos: Photo[], size?: number }) {
  const [current, setCurrent] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const show = (index: number) => {
    setCurrent(index)
    setOpen(true)
  }
  return (
    <>
      <ul className={styles.strip}>
        {photos.map((photo, index) => <li key={photo.id}><Thumb photo={photo} size={size} open={() => show(index)} /></li>)}
      </ul>
      <Image.PreviewGroup items={photos.map(({ id }) => photoUrl(id))} preview={{ ...viewer, open: isOpen, current, alt: photos[current]?.words, onOpenChange: setOpen, onChange: setCurrent }} />
    </>
  )
}

function Thumb({ photo, size, open }: { photo: Photo, size: number, open: () => void }) {
  const [isBroken, setBroken] = useState(false)
  return (
    <button type="button" className={styles.thumb} style={{ width: size, height: size }} onClick={open}>
      {isBroken ? '无法显示' : <img src={photoUrl(photo.id, 'thumb')} alt={photo.words} width={size} height={size} loading="lazy" onError={() => setBroken(true)} />}
    </button>
  )
}
