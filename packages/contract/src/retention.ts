import * as z from 'zod'
import { Day, Id, Nothing, Text, When, page, pageOf, reads, writes } from './kit.ts'

/** 留存: what is held is not removed, whatever the register says. `item` null is everything. */
export const HoldView = z.object({ id: Id, item: z.string().nullable(), label: z.string(), reason: z.string(), until: Day.nullable(), heldBy: z.string(), heldAt: When, releasedBy: z.string().nullable(), releasedAt: When.nullable(), releasedFor: z.string().nullable() })

/** What was removed in one night of one kind, by which version of the register: how many, never whose. */
const RunView = z.object({ id: Id, item: z.string(), label: z.string(), keepMonths: z.number().int(), version: z.number().int(), removed: z.number().int(), at: When })

const Item = z.string().max(50)

export const retention = {
  runs: reads({ title: '到期清理记录', may: 'retention.view', input: page({ item: Item.optional() }), output: pageOf(RunView) }),
  holds: reads({ title: '留存', may: 'retention.view', input: Nothing, output: z.object({ rows: z.array(HoldView), items: z.array(z.object({ item: Item, label: z.string(), keepMonths: z.number().int().nullable(), keepFrom: z.string(), isHeld: z.boolean() })) }) }),
  hold: writes({ title: '设置留存', may: 'retention.hold', input: z.object({ item: Item.nullable(), reason: Text(200), until: Day.nullable() }), output: HoldView }),
  release: writes({ title: '解除留存', may: 'retention.hold', input: z.object({ id: Id, reason: Text(200) }), output: HoldView }),
}
