import { EventList } from '../event/event-list-page.tsx'

export default function ApprovalPage() {
  return <EventList title="待审批" hint="等您决定的延期、挂账和作废申请。" about={{ isToApprove: true }} inbox="approval" empty="没有等您审批的申请" />
}
