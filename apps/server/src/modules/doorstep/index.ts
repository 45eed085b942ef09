import { defineModule } from '../../kernel/module.ts'
import { addUnit, beside, change, confirm, enter, join, residents } from './actions.ts'

export const doorstep = defineModule({
  name: 'doorstep',
  handle: { residents, beside, enter, addUnit, change, confirm, join },
  words: { 'doorstep.residents.looked': '查看入户住户', 'doorstep.beside.looked': '入户登记与已有档案并排比对' },
})
