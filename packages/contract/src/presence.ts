import * as z from 'zod'
import { AreaPath, Id, Nothing, Point, When, choice, reads, writes } from './kit.ts'
import { presenceEnd, presenceKind } from './words/index.ts'

/** `duty`, `day`: when sharing that begins now would end; no `duty` where the office is closed already. */
const Mine = z.object({ until: When.nullable(), since: When.nullable(), at: When.nullable(), ends: z.object({ duty: When.nullable(), day: When }) })

const Held = { open: z.number().int(), phone: z.string().nullable(), point: Point }

/** Somebody in the field who shares where they are. `open`: events in their hands; `at`: when the phone said so. */
const Worker = z.object({ account: Id, name: z.string(), kind: choice(presenceKind), post: z.string(), unit: z.object({ id: Id, name: z.string() }).nullable(), area: AreaPath, since: When, at: When, accuracy: z.number(), ...Held })

/** A unit where it sits. */
const Seat = z.object({ unit: Id, name: z.string(), ...Held })

export const PresenceView = z.object({ workers: z.array(Worker), units: z.array(Seat) })

export const presence = {
  mine: reads({ title: '我的位置共享', may: 'presence.share', input: Nothing, output: Mine }),
  start: writes({ title: '开始共享位置', may: 'presence.share', perMinute: 10, input: z.object({ until: choice(presenceEnd) }), output: Mine }),
  /** Leaves no trace: only the newest position is there. */
  place: writes({ title: '更新共享的位置', may: 'presence.share', perMinute: 6, input: z.object({ point: Point, accuracy: z.number().min(0).max(100_000) }), output: Mine }),
  stop: writes({ title: '停止共享位置', may: 'presence.share', input: Nothing, output: Mine }),
  /** Whether there is something new to look at; tells of nobody where they are. */
  news: reads({ title: '共享位置的人数', may: 'presence.view', input: z.object({ area: AreaPath }), output: z.object({ workers: z.number().int(), changedAt: When.nullable() }) }),
  list: reads({ title: '现场人员位置', may: 'presence.view', sensitive: true, input: z.object({ area: AreaPath }), output: PresenceView }),
}
