import { defineModule } from '../../kernel/module.ts'
import { all } from './actions.ts'

export const find = defineModule({ name: 'find', handle: { all }, words: { 'find.all.looked': '全库查找' } })
