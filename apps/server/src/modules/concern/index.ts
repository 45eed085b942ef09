import { defineModule } from '../../kernel/module.ts'
import { events } from './actions.ts'

export const concern = defineModule({ name: 'concern', handle: { events }, words: { 'concern.events.looked': '查看与档案有关的事件' } })
