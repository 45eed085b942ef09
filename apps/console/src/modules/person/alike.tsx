import { Refusal } from '@linli/client'
import type { Output } from '@linli/contract'
import { twinReason } from '@linli/contract/words/index'
import { App } from 'antd'
import { Link } from 'react-router'
import { aboutWords, homeWords } from './person-view.ts'

export type Alike = Output<'person', 'alike'>['rows'][number]

/** Whom the server takes somebody for who is about to be entered; undefined for any other refusal. */
export const alikeIn = (fault: unknown): Alike[] | undefined => fault instanceof Refusal && fault.code === 'base.person-alike' ? fault.problem.details?.people as Alike[] : undefined

/** Asks whether somebody is none of those they are like. */
export function useTellApart(): (people: readonly Alike[]) => Promise<boolean> {
  const { modal } = App.useApp()
  return async (people) => modal.confirm({
    title: '可能已经登记过这个人', width: 560, okText: '不是同一人，仍要登记', cancelText: '返回核对',
    content: (
      <ul>
        {people.map((one) => <li key={one.id} style={{ padding: '6px 0' }}><Link to={`/person/${one.id}`} target="_blank">{one.name}</Link>　{aboutWords(one)}　{homeWords(one)}<br /><span className="faint">相同：姓名相近、{one.reasons.map((reason) => twinReason[reason]).join('、')}</span></li>)}
      </ul>
    ),
  })
}
