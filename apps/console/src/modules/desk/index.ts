import { DesktopOutlined, EnvironmentOutlined, FileDoneOutlined, NotificationOutlined, ProjectOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'
import { BulkAct } from './bulk/selection-act.tsx'
import { ApprovalCount, SupervisionCount } from './inbox-count.tsx'

export const desk: Section = {
  routes: [
    page('/desk', () => import('./desk-page.tsx'), 'event.view'),
    page('/approval', () => import('./approval-page.tsx'), 'event.view'),
    page('/supervision', () => import('./supervision-page.tsx'), 'event.view'),
    page('/board', () => import('./board-page.tsx'), 'event.view'),
    page('/map', () => import('./map-page.tsx'), 'event.view'),
  ],
  menu: [
    { to: '/desk', title: '受理台', icon: DesktopOutlined, group: 'work', may: ['event.accept', 'event.file', 'event.dispatch', 'event.handle', 'event.check', 'event.revisit'] },
    { to: '/approval', title: '待审批', icon: FileDoneOutlined, group: 'work', may: ['event.dispatch', 'event.cancel'], Count: ApprovalCount },
    { to: '/supervision', title: '督办', icon: NotificationOutlined, group: 'work', may: 'event.view', Count: SupervisionCount },
    { to: '/board', title: '看板', icon: ProjectOutlined, group: 'work', may: 'event.view' },
    { to: '/map', title: '事件地图', icon: EnvironmentOutlined, group: 'work', may: 'event.view' },
  ],
  acts: [{ of: 'event', key: 'bulk', may: 'event.view', Act: BulkAct }],
}
