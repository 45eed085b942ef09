import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { maxPhotoBytes } from '@linli/contract/words/index'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { wordsOf } from '../../kernel/call.ts'
import { photoUrl, upload } from '../../kernel/photo.ts'
import styles from './photo-input.module.css'
import { PhotoStrip } from './photo-strip.tsx'

interface Item { key: string, url: string, id?: string, share: number, fault?: string }
/** Stands in the field's value for a photo that has not arrived. */
const missing = '-'

/** A form is not sent without the photos that its writer sees in it. */
export const photoRules = [{
  validator: (_: unknown, ids: string[] | undefined) => ids?.includes(missing) ? Promise.reject(new Error('有照片还没有传上去：请等它传完，或移除后再提交')) : Promise.resolve(),
}]

interface PhotoInputProps {
  id?: string
  value?: string[]
  onChange?: (ids: string[]) => void
  /** Photos that are there already and stay: shown, not part of the value. */
  sent?: string[]
}

const most = 9
const none: string[] = []

/** Takes photos from the disk or the camera, sends them at once, and holds the ids of those that arrived. A form field of antd. */
export function PhotoInput({ id, value, onChange, sent = none }: PhotoInputProps) {
  const max = most - sent.length
  const [items, setItems] = useState<Item[]>(() => (value ?? []).map((one) => ({ key: one, id: one, url: photoUrl(one, 'thumb'), share: 1 })))
  const count = useRef(0)
  const picker = useRef<HTMLInputElement>(null)
  const hint = useId()
  const change = (key: string, what: Partial<Item>) => setItems((now) => now.map((item) => item.key === key ? { ...item, ...what } : item))
  const tell = useEffectEvent(() => {
    if (ids !== (value ?? []).join('/')) onChange?.(items.map((item) => item.id ?? missing))
  })
  const ids = items.map((item) => item.id ?? missing).join('/')
  useEffect(() => tell(), [ids])

  const add = (files: FileList | null) => {
    for (const file of [...files ?? []].slice(0, max - items.length)) {
      const key = String(count.current++)
      setItems((now) => [...now, { key, url: URL.createObjectURL(file), share: 0, fault: faultOf(file) }])
      if (!faultOf(file)) upload(file, (share) => change(key, { share })).then((done) => change(key, { id: done.id, share: 1 }), (fault) => change(key, { fault: wordsOf(fault) }))
    }
    if (picker.current) picker.current.value = ''
  }
  const drop = (item: Item) => {
    URL.revokeObjectURL(item.url)
    setItems((now) => now.filter((other) => other !== item))
  }
  return (
    <div className={styles.box}>
      {sent.length > 0 && <PhotoStrip size={88} photos={sent.map((one, index) => ({ id: one, words: `已有照片 ${index + 1}` }))} />}
      {items.map((item, index) => <Sent key={item.key} item={item} name={`照片 ${index + 1}`} drop={() => drop(item)} />)}
      {items.length < max && (
        <button type="button" className={styles.add} aria-describedby={hint} onClick={() => picker.current?.click()}><PlusOutlined aria-hidden /><span>添加照片</span></button>
      )}
      <input ref={picker} id={id} type="file" accept="image/jpeg,image/png,image/webp" multiple className="hidden" tabIndex={-1} onChange={(event) => add(event.target.files)} />
      <p id={hint} className={styles.hint}>{sent.length > 0 ? `已有 ${sent.length} 张，还可以加 ${max} 张` : `最多 ${max} 张`}，JPG、PNG 或 WebP，每张不超过 {maxPhotoBytes / 1024 / 1024} MB。</p>
    </div>
  )
}

const faultOf = (file: File): string | undefined => {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return '只能上传照片（JPG、PNG、WebP）'
  return file.size > maxPhotoBytes ? '照片太大' : undefined
}

const Sent = ({ item, name, drop }: { item: Item, name: string, drop: () => void }) => (
  <figure className={styles.item}>
    <img src={item.url} alt={name} />
    <figcaption role="status" className={item.fault ? styles.fault : styles.state}>{item.fault ?? (item.id ? '已上传' : `${Math.round(item.share * 100)}%`)}</figcaption>
    <button type="button" className={styles.drop} aria-label={`移除${name}`} onClick={drop}><CloseOutlined aria-hidden /></button>
  </figure>
)
