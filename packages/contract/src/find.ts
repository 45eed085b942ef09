import * as z from 'zod'
import { EnterpriseRow } from './enterprise.ts'
import { HousingRow } from './housing.ts'
import { reads } from './kit.ts'
import { PersonRow } from './person.ts'
import { ThingRow } from './thing.ts'

export const find = {
  /** One box for everything: a name, pinyin, the last four digits, a whole number, an address in any writing. Each kind the best first. */
  all: reads({
    title: '全库查找', may: 'base.view', sensitive: true, perMinute: 120, input: z.object({ text: z.string().trim().min(2, '请至少输入两个字').max(60), limit: z.number().int().min(1).max(50).default(8) }),
    output: z.object({ people: z.array(PersonRow), housing: z.array(HousingRow.omit({ people: true, eldest: true, groups: true }).extend({ areaName: z.string() })), enterprises: z.array(EnterpriseRow), things: z.array(ThingRow) }),
  }),
}
