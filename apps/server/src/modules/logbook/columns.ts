import { mostLogbookColumns, type Input } from '@linli/contract'
import { faultsOf, isSealed, type Fault } from '../field/index.ts'
import type { Column } from './rules.ts'

/** Names that mean something else in a ledger. */
const kept = ['日期', '登记人', '照片', '登记簿', '辖区']

/** The columns as they will stand: those that were there keep what they are, those that are written no more are asked no more. */
export function settleColumns(given: Input<'logbook', 'save'>['columns'], { before, isNew, subjectLabel, newName }: { before: readonly Column[], isNew: boolean, subjectLabel: string, newName: () => string }): { columns: Column[], faults: Fault[] } {
  const faults: Fault[] = []
  const used = new Set<string>()
  const columns = given.map((one, at): Column => {
    const old = before.find(({ name }) => name === one.name)
    const beside = [...kept, subjectLabel, ...given.filter((_, place) => place !== at).map(({ label }) => label)].map((label) => ({ label }))
    const faultsHere = faultsOf({ ...one, isSensitive: one.isSensitive }, beside)
    if (one.name !== undefined && (!old || used.has(one.name))) faultsHere.push({ path: 'name', message: '没有这一栏' })
    if (old && (old.type !== one.type || old.isSensitive !== isSealed(one))) faultsHere.push({ path: 'type', message: `“${old.label}”的类型和是否敏感不能改，请停用它另加一栏` })
    faults.push(...faultsHere.map(({ path, message }) => ({ path: `columns.${at}.${path}`, message })))
    const name = old?.name ?? newName()
    used.add(name)
    return { name, label: one.label, type: one.type, options: one.options, max: one.max, isRequired: one.isRequired, isSensitive: isSealed(one), isEnded: false }
  })
  const ended = isNew ? [] : before.filter(({ name }) => !used.has(name)).map((column) => ({ ...column, isEnded: true }))
  if (columns.length + ended.length > 2 * mostLogbookColumns) faults.push({ path: 'columns', message: '连同停用的栏太多了，请另建一本登记簿' })
  return { columns: [...columns, ...ended], faults }
}
