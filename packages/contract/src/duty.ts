import * as z from 'zod'
import { AreaPath, Day, Id, Nothing, Text, When, choice, reads, writes } from './kit.ts'
import { dutyOn } from './words/index.ts'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 08:30 的样子')
const Key = z.string().regex(/^[0-9a-z-]{1,36}$/, '班次编号不正确')

/** `until` not later than `from` is on the next day. */
const Shift = z.object({ key: Key, name: z.string(), on: choice(dutyOn), from: Clock, until: Clock })
/** `isHere`: still answers at this desk; who does not is on duty no more, whatever the roster says. */
const OnDuty = z.object({ id: Id, name: z.string(), isHere: z.boolean() })
const Cell = z.object({ day: Day, shift: Key })

export const DutyWeek = z.object({
  area: AreaPath, areaName: z.string(),
  shifts: z.array(Shift),
  /** Whose shifts these are: its own, the sub-district's, or those of the office's calendar. */
  shiftsFrom: z.enum(['own', 'office', 'calendar']),
  days: z.array(z.object({ day: Day, isWork: z.boolean() })).length(7),
  turns: z.array(Cell.extend({ people: z.array(OnDuty) })),
  /** Who may be put on duty here; only for who keeps the roster. */
  workers: z.array(z.object({ id: Id, name: z.string() })),
  mayManage: z.boolean(),
})

const Moment = z.object({ from: When, until: When, areaName: z.string() })

export const duty = {
  /** `day`: any day of the week. */
  week: reads({ title: '一周值班表', may: 'duty.view', input: z.object({ area: AreaPath, day: Day }), output: DutyWeek }),
  now: reads({
    title: '现在谁在值班', may: 'duty.view', input: z.object({ area: AreaPath }),
    output: z.object({ isStaffed: z.boolean(), people: z.array(z.string()), until: When.nullable(), areaName: z.string().nullable(), next: Moment.nullable() }),
  }),
  /** One person, on or off in some shifts: what others do to the same week meanwhile stays. */
  put: writes({ title: '安排或取消值班', may: 'duty.manage', input: z.object({ area: AreaPath, person: Id, cells: z.array(Cell).min(1).max(56), isOn: z.boolean() }), output: Nothing }),
  /** Into what is still empty; days that have gone stay as they were. */
  copyWeek: writes({ title: '复制一周值班', may: 'duty.manage', input: z.object({ area: AreaPath, from: Day, to: Day }), output: z.object({ filled: z.number().int() }) }),
  /** Without shifts those of the sub-district hold, or of the calendar. */
  setHours: writes({ title: '设置接待时间', may: 'duty.manage', input: z.object({ area: AreaPath, shifts: z.array(Shift.extend({ key: Key.optional(), name: Text(10) })).max(8, '最多 8 个班次') }), output: Nothing }),
}
