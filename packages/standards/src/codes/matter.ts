import { entriesOf, unverified, type CodeTable } from './table.ts'

const standard = 'GB/T 31000-2015'

export const eventScale: CodeTable = {
  name: 'eventScale',
  title: '事件规模',
  standard,
  note: unverified,
  entries: entriesOf('01个体性事件 02一般群体性事件 03重大群体性事件'),
}

export const eventGrade: CodeTable = {
  name: 'eventGrade',
  title: '事件级别',
  standard,
  note: unverified,
  entries: entriesOf('01特别重大 02重大 03较大 04一般'),
}
