import { openBook } from '@linli/sheet'
import { addDays, makeIdentityNumber } from '@linli/standards'
import { writeXlsx } from 'hucre/xlsx'

/** One file of a community's residents as offices keep them: a title over everything, a note at the end, text cells. Fictional: names of 示, 例 and 样, numbers under 339901, phones 139 0000 xxxx. */
export const header = ['序号', '姓 名*', '公民身份号码', '联系方式', '学历', '婚姻状况', '现住门（楼）详址', '居住关系', '入住日期', '备注']
const [surnames, givens] = ['王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗', '一二三四五六七八九十']
const [schools, marriages] = [['本科', '大专', '高中', '初中', '硕士'], ['已婚', '未婚', '离婚', '丧偶']]
/** No number of the demonstration ends its serial so, and no two of ours have a day of birth in common. */
const serial = 999
const firstBirth = '1950-01-01'

export interface Resident { name: string, number: string, phone: string, school: string, marriage: string, address: string, role: string, note: string }

/** So many residents, three to a home; drawn alike for one `run`, and other people for another. */
export function drawResidents(count: number, addresses: readonly string[], { note, run }: { note: string, run: number }): Resident[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `${surnames[at % surnames.length]}${'示例样'[at % 3]}${givens[Math.floor(at / 3) % givens.length]}`, number: makeIdentityNumber('339901', addDays(firstBirth, at * 5 + run % 5), serial), phone: `1390000${String(at).padStart(4, '0')}`,
    school: schools[at % schools.length]!, marriage: marriages[at % marriages.length]!, address: addresses[Math.floor(at / 3)]!, role: at % 3 === 0 ? '业主' : '业主家属', note,
  }))
}

export function residentFile(residents: readonly Resident[]): Promise<Uint8Array> {
  const rows = residents.map(({ name, number, phone, school, marriage, address, role, note }, at) => [String(at + 1), name, number, phone, school, marriage, address, role, '2024.3.1', note])
  const title = ['示范桥社区实有人口登记表', ...header.slice(1).map(() => null)]
  return writeXlsx({ sheets: [{ name: '人口', rows: [title, header, ...rows, ['填表人：王示一', ...header.slice(1).map(() => null)]], merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: header.length - 1 }] }] })
}

/** A file that was handed out, with some cells written otherwise, as whoever opens and saves it would send it back. */
export async function edited(bytes: Uint8Array, change: (row: Record<string, string>) => Record<string, string>): Promise<Uint8Array> {
  const rows: string[][] = []
  for await (const { cells } of (await openBook(bytes)).rows(0)) rows.push(cells.map((cell) => (cell === null ? '' : String(cell))))
  const titles = rows.findIndex((cells) => cells.includes('姓名'))
  const head = rows[titles]!
  const sent = rows.map((cells, at) => {
    if (at <= titles) return cells
    const after = change(Object.fromEntries(head.map((title, column) => [title, cells[column] ?? ''])))
    return head.map((title) => after[title]!)
  })
  return writeXlsx({ sheets: [{ name: '人口', rows: sent }] })
}
