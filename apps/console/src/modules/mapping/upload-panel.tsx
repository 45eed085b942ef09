import { InboxOutlined } from '@ant-design/icons'
import { mapCrs, mapLayer } from '@linli/contract/words/index'
import type { MapCrs, MapLayer } from '@linli/contract/words/index'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Progress, Select } from 'antd'
import { useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { wordsOf } from '../../kernel/call.ts'
import { upload } from '../../kernel/photo.ts'
import styles from './mapping.module.css'

/** What a file holds and in which coordinates; then the file itself, dropped or chosen. */
export function UploadPanel() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const picker = useRef<HTMLInputElement>(null)
  const id = useId()
  const [layer, setLayer] = useState<MapLayer>('building')
  const [crs, setCrs] = useState<MapCrs>('auto')
  const [share, setShare] = useState<number>()
  const [isOver, setOver] = useState(false)
  const [fault, setFault] = useState<string>()
  const isSending = share !== undefined
  const send = (files: FileList | null) => {
    const [file, more] = [...files ?? []]
    if (picker.current) picker.current.value = ''
    if (!file || isSending) return
    if (more) return setFault('一次请选择一个文件；shapefile 请把 .shp、.dbf、.prj 压缩成一个 .zip')
    setFault(undefined)
    setShare(0)
    upload(file, setShare, { to: '/api/map/upload', words: { layer, crs } }).then(({ id: made }) => {
      void client.invalidateQueries({ queryKey: ['mapping'] })
      void navigate(`/atlas/${made}`)
    }, (refusal) => {
      setFault(wordsOf(refusal))
      setShare(undefined)
    })
  }
  return (
    <section className={`panel panel-body ${styles.send}`} aria-label="导入底图数据">
      <div className={styles.row}>
        <label className={styles.field} htmlFor={`${id}-layer`}>文件里是<Select<MapLayer> id={`${id}-layer`} style={{ width: 240 }} value={layer} onChange={setLayer} options={Object.entries(mapLayer).map(([value, label]) => ({ value: value as MapLayer, label }))} /></label>
        <label className={styles.field} htmlFor={`${id}-crs`}>坐标系<Select<MapCrs> id={`${id}-crs`} style={{ width: 280 }} value={crs} onChange={setCrs} options={Object.entries(mapCrs).map(([value, label]) => ({ value: value as MapCrs, label }))} /></label>
      </div>
      <button type="button" className={isOver ? `${styles.drop} ${styles.over}` : styles.drop} disabled={isSending} onClick={() => picker.current?.click()}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); send(event.dataTransfer.files) }}>
        <InboxOutlined aria-hidden className={styles.icon} />
        <strong>把文件拖到这里，或点击选择文件</strong>
        <span className="faint">GeoJSON，或装着 shapefile（.shp、.dbf、.prj、.cpg）的 .zip，最大 40 MB、5 万个图形。先核对再确认，导入后可以整批撤销。</span>
      </button>
      <input ref={picker} type="file" accept=".geojson,.json,.zip" className="hidden" tabIndex={-1} aria-label="选择要导入的底图文件" onChange={(event) => send(event.target.files)} />
      {isSending && <Progress percent={Math.round(share * 100)} status="active" aria-label="上传进度" />}
      {fault && <Alert type="error" showIcon role="alert" title={fault} />}
    </section>
  )
}
