import { defineModule } from '../../kernel/module.ts'
import { change, enter, fields, get, history, list, putTags, restore, reveal } from './actions.ts'
import { alike } from './alike.ts'
import { compare } from './compare.ts'
import { merge, unmerge } from './merge.ts'
import { moveIn, moveOut } from './move.ts'
import { holds } from './own.ts'

export { peopleMeasures } from './measures.ts'
export { revise as revisePerson } from './actions.ts'
export { confirmOne, isAsBefore, leaveAll, type Before } from './bulk.ts'
export { listDoors, propose, standsPerson, type Standings } from './claimed.ts'
export { findPeople } from './find.ts'
export { putInHousehold } from './household.ts'
export { enterMany, personStore } from './many.ts'
export { fieldsOf, findPeopleByIds, forget, namesOf, isForgotten } from './own.ts'
export { changeFor, enterFrom as enterPerson } from './actions.ts'
export { moveIn, moveFrom, moveOut, moveTo } from './move.ts'
export { ownPlaceFor } from './place.ts'
export { find as personOf, lock as lockPerson } from './queries.ts'
export { personByNumber } from './find.ts'
export { openSealingApart, type SealingApart } from './sealing.ts'
export { filledIn, jsonOf, opened, rowOf, sounds, valuesOf, type Stored } from './row.ts'
export { putTags }

export const person = defineModule({
  name: 'person',
  handle: { fields, list, get, enter, change, history, restore, reveal, moveIn, moveOut, alike, compare, merge, unmerge },
  holds,
  words: {
    'person.entered': '登记人口', 'person.changed': '修改人口信息', 'person.confirmed': '确认人口信息无误', 'person.moved-in': '登记迁入', 'person.moved-out': '登记迁出', 'person.revealed': '查看完整号码', 'person.forgotten': '按规定删除信息',
    'person.likened': '登记前发现可能重复', 'person.merged': '合并人口记录', 'person.unmerged': '撤销人口记录合并',
    'person.list.looked': '查看人口列表', 'person.get.looked': '查看一人一档', 'person.history.looked': '查看人口信息的变更记录', 'person.alike.looked': '登记前查重', 'person.compare.looked': '并排比对人口记录',
  },
})
