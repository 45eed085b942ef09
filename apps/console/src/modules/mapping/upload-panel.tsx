import { mapCrs, mapLayer } from '@linli/contract/words/index'
import type { MapCrs, MapLayer } from '@linli/contract/words/index'
import { useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { FileDrop } from '../../parts/form/file-drop.tsx'
import styles from './mapping.module.css'

/** What a file holds and in which coordinates; then the file itself, dropped or chosen. */
export function UploadPanel() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const id = useId()
  const [layer, setLayer] = useState<MapLayer>('building')
  const [crs, setCrs] = useState<MapCrs>('auto')
  const sent = (made: string) => {
    void client.invalidateQueries({ queryKey: ['mapping'] })
    void navigate(`/atlas/${made}`)
  }
  return (
    <section className={`panel panel-body ${styles.send}`} aria-label="导入底图数据">
      <div className={styles.row}>
        <label className={styles.field} htmlFor={`${id}-layer`}>文件里是<Select<MapLayer> id={`${id}-layer`} style={{ width: 240 }} value={layer} onChange={setLayer} options={Object.entries(mapLayer).map(([value, label]) => ({ value: value as MapLayer, label }))} /></label>
        <label className={styles.field} htmlFor={`${id}-crs`}>坐标系<Select<MapCrs> id={`${id}-crs`} style={{ width: 280 }} value={crs} onChange={setCrs} options={Object.entries(mapCrs).map(([value, label]) => ({ value: value as MapCrs, label }))} /></label>
      </div>
      <FileDrop title="把文件拖到这里，或点击选择文件" about="GeoJSON，或装着 shapefile（.shp、.dbf、.prj、.cpg）的 .zip，最大 40 MB、5 万个图形。先核对再确认，导入后可以整批撤销。" label="选择要导入的底图文件" accept=".geojson,.json,.zip"
        onlyOne="一次请选择一个文件；shapefile 请把 .shp、.dbf、.prj 压缩成一个 .zip" to="/api/map/upload" words={{ layer, crs }} sent={sent} />
    </section>
  )
}
