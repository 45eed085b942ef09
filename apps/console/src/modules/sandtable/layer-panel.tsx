import { AppstoreOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useMay } from '../../kernel/session.ts'
import styles from './sandtable.module.css'
import type { Events } from './use-layers.ts'
import { layers } from './view.ts'
import type { Layer, SandView } from './view.ts'

interface LayerPanelProps { shown: readonly Layer[], isOpen: boolean, events: Events, change: (change: SandView) => void }

/** What lies upon the map, with the signs it has there. */
export function LayerPanel({ shown, isOpen, events, change }: LayerPanelProps) {
  const maySee = useMay('base.view')
  const maySeePresence = useMay('presence.view')
  const put = (layer: Layer, isOn: boolean) => {
    const next = isOn ? [...shown, layer] : shown.filter((one) => one !== layer)
    change({ show: next.length === 0 ? ['none'] : next.length === 1 && next[0] === 'event' ? undefined : next })
  }
  const box = (layer: Layer, words: string) => <Checkbox checked={shown.includes(layer)} onChange={(event) => put(layer, event.target.checked)}>{layers[layer]}<br /><small className="faint">{words}</small></Checkbox>
  return (
    <Popover trigger="click" placement="bottomLeft" content={(
      <div className={styles.layers}>
        {box('event', events.isMore ? `这一片最新的 ${events.total} 件` : `这一片 ${events.total} 件，不含没有定点的`)}
        <ul aria-label="事件的标记">
          <li><span aria-hidden className={`${styles.sign} ${styles.red}`}>!</span>有已超时的</li>
          <li><span aria-hidden className={`${styles.sign} ${styles.yellow}`}>…</span>有即将超时的</li>
          <li><span aria-hidden className={`${styles.sign} ${styles.green}`} />都在时限内或已办结</li>
        </ul>
        <Checkbox checked={isOpen} onChange={(event) => change({ isOpen: event.target.checked })}>只看在办的</Checkbox>
        {box('heat', '颜色越深，事件越密')}
        {maySeePresence && box('presence', '圆：自愿共享位置的人；方：单位驻地和在办件数。查看会留下记录')}
        {maySee && box('care', '白底紫圈里是人数，不显示姓名；查看会留下记录')}
      </div>
    )}>
      <Button icon={<AppstoreOutlined aria-hidden />}>图层</Button>
    </Popover>
  )
}
