import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { defineModule } from '../../kernel/module.ts'
import { change, enter, fields, get, history, list, move, putTags, restore, retire, reveal } from './actions.ts'
import { findBy } from './queries.ts'
import { rowViews } from './row.ts'

/** Things by their code or a part of their name, in the areas of the person asking. */
export { thingMeasures } from './measures.ts'
export const findThings = async (ctx: Ctx, subdistricts: readonly number[], text: string, most: number): Promise<Output<'thing', 'list'>['rows']> => rowViews(ctx, await findBy(ctx, subdistricts, text, most))

export { forget as forgetThing, reviseOne as reviseThing, stands as standsThing, thingsFound } from './actions.ts'
export { thingStore } from './many.ts'
export { rowOf } from './row.ts'
export { putTags }

export const thing = defineModule({
  name: 'thing',
  handle: { fields, list, get, enter, change, move, retire, history, restore, reveal },
  words: {
    'thing.entered': '登记物与部件', 'thing.changed': '修改物与部件信息', 'thing.confirmed': '确认物与部件信息无误', 'thing.moved': '变更物与部件的位置或权属', 'thing.retired': '注销物与部件', 'thing.forgotten': '按规定删除物与部件信息', 'thing.revealed': '查看物与部件的完整号码',
  },
})
