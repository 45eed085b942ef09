import { CloseOutlined, LeftOutlined, RightOutlined, RotateLeftOutlined, RotateRightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Image } from 'antd'
import type { ComponentProps, ReactNode } from 'react'
import styles from './viewer.module.css'

type Preview = Exclude<ComponentProps<typeof Image.PreviewGroup>['preview'], boolean | undefined>

/** The buttons of antd's viewer have English names for a screen reader: these say the same in Chinese, and leave out turning a photo into its mirror image. */
export const viewer: Preview = {
  closeIcon: <CloseOutlined aria-label="关闭" />,
  actionsRender: (_, { actions, current, total }) => (
    <div className={styles.tools}>
      {current > 0 && <Tool words="上一张" icon={<LeftOutlined aria-hidden />} act={() => actions.onActive(-1)} />}
      {current < total - 1 && <Tool words="下一张" icon={<RightOutlined aria-hidden />} act={() => actions.onActive(1)} />}
      <Tool words="缩小" icon={<ZoomOutOutlined aria-hidden />} act={actions.onZoomOut} />
      <Tool words="放大" icon={<ZoomInOutlined aria-hidden />} act={actions.onZoomIn} />
      <Tool words="向左转" icon={<RotateLeftOutlined aria-hidden />} act={actions.onRotateLeft} />
      <Tool words="向右转" icon={<RotateRightOutlined aria-hidden />} act={actions.onRotateRight} />
    </div>
  ),
}

const Tool = ({ words, icon, act }: { words: string, icon: ReactNode, act: () => void }) => <Button type="text" icon={icon} aria-label={words} title={words} onClick={act} />
