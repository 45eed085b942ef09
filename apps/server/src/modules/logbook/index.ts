import type { Field } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { defineModule } from '../../kernel/module.ts'
import { found } from '../../kernel/problem.ts'
import { book, books, end, isShipped, save, shapeOf } from './book.ts'
import { change, enter, reveal, withdraw } from './entry.ts'
import { findBook } from './queries.ts'
import { get, list, of } from './read.ts'
import { fieldsOf } from './rules.ts'

/** A logbook as ledgers ask it: the columns it has and has had, and whether it stands for all that were taken over from it. @throws Problem not-found */
export async function bookFor(ctx: Ctx, id: string): Promise<{ id: string, root: string, isRoot: boolean, columns: Field[] }> {
  const row = found(await findBook(ctx, id))
  const shape = shapeOf(row)
  return { id, root: row.template ?? id, isRoot: isShipped(row), columns: fieldsOf(shape).filter(({ name }) => shape.columns.some((one) => one.name === name)) }
}

export const logbook = defineModule({
  name: 'logbook',
  handle: { books, book, save, end, list, of, get, enter, change, withdraw, reveal },
  words: {
    'logbook.made': '设立登记簿', 'logbook.changed': '修改登记簿的设置', 'logbook.ended': '停用登记簿', 'logbook.resumed': '恢复登记簿',
    'logbook.entered': '在登记簿登记', 'logbook.corrected': '修改登记簿的一条', 'logbook.withdrawn': '撤回登记簿的一条', 'logbook.revealed': '查看登记的完整内容',
  },
})
