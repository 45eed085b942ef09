import { CameraOutlined, FullscreenOutlined, HighlightOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { useMe } from '../../kernel/session.ts'
import { save } from '../../parts/download.ts'
import { whenExact } from '../../parts/when.ts'
import { SavedViews } from '../event/saved-views.tsx'
import { useAreaName } from './crumbs.tsx'
import { LayerPanel } from './layer-panel.tsx'
import styles from './sandtable.module.css'
import type { Scene } from './scene.ts'
import { sheetOf } from './screenshot.ts'
import { SearchBox } from './search-box.tsx'
import { periodWords } from './time.ts'
import type { Events } from './use-layers.ts'
import type { Painted, Town } from './use-town.ts'
import { shownIn } from './view.ts'
import type { SandView } from './view.ts'

interface ToolsProps { town: Town, filter: SandView, change: (change: SandView) => void, open: (area: string) => void, scene: Scene | undefined, events: Events, painted: Painted, isDrawing: boolean, draw: (isDrawing: boolean) => void, tour: () => void }

/** What can be done with the drawn town. */
export function Tools({ town, filter, change, open, scene, events, painted, isDrawing, draw, tour }: ToolsProps) {
  return (
    <div className={styles.tools}>
      <SearchBox open={open} />
      <LayerPanel shown={shownIn(filter)} isOpen={filter.isOpen === true} events={events} change={change} />
      <Button icon={<HighlightOutlined aria-hidden />} aria-pressed={isDrawing} disabled={!scene} onClick={() => draw(!isDrawing)}>圈选</Button>
      <SavedViews list="sandtable" words="常用视图" />
      <Button icon={<FullscreenOutlined aria-hidden />} disabled={!scene || town.own.length === 0} onClick={tour}>巡览</Button>
      <TakePicture town={town} scene={scene} painted={painted} />
    </div>
  )
}

function TakePicture({ town, scene, painted }: { town: Town, scene: Scene | undefined, painted: Painted }) {
  const me = useMe()
  const name = useAreaName(town.area) ?? ''
  const { message } = App.useApp()
  const take = async () => {
    if (!scene) return
    const at = whenExact(new Date().toISOString())
    const sheet = sheetOf(await scene.picture(), { title: `数字沙盘 · ${name}`, about: `着色：${town.question.title}（${town.question.formula}）　事件：${periodWords(town.time)}`, at, reader: me.name, levels: painted.scale.levels })
    sheet.toBlob((content) => {
      if (!content) return void message.error('没有截成，请重试')
      save(`数字沙盘-${name}-${at.replaceAll(/\D/g, '')}.png`, content)
      void message.success('已截图')
    }, 'image/png')
  }
  return <Button icon={<CameraOutlined aria-hidden />} disabled={!scene} onClick={() => void take()}>截图</Button>
}

/** How a line is drawn; Esc gives it up. */
export function DrawHint({ end }: { end: () => void }) {
  const give = useEffectEvent(end)
  useEffect(() => {
    const key = (event: KeyboardEvent) => { if (event.key === 'Escape') give() }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [])
  return <div className={styles.draw} role="status">依次点出范围，双击或按回车完成，退格撤回一点<Button type="text" size="small" onClick={end}>取消</Button></div>
}
