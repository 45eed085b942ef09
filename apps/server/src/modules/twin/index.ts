import { defineModule } from '../../kernel/module.ts'
import { list, lookAgain, tellApart } from './actions.ts'
import { search } from './search.ts'
import { holds } from './held.ts'

export { isOneCommunity } from './actions.ts'
export { becomeOne, becomeTwo, likeTo, pairOf, tellApartFrom, type Alike, type Draft } from './alike.ts'

export const twin = defineModule({
  name: 'twin',
  handle: { list, tellApart, lookAgain },
  holds,
  jobs: { 'twin.search': search },
  words: { 'twin.told-apart': '确认不是同一人', 'twin.looked-again': '撤回“不是同一人”', 'twin.list.looked': '查看疑似重复人员' },
})
