import { EventList } from '../event/event-list-page.tsx'

export default function SupervisionPage() {
  return <EventList title="督办" hint="正在督办、还没有办结督办的事件。" about={{ flags: ['supervised'] }} inbox="supervision" empty="没有督办中的事件" />
}
