import { TreeSelect } from 'antd'
import type { TreeSelectProps } from 'antd'
import { useId } from 'react'
import type { ReactElement } from 'react'

/** antd's tree select; its box names a list by id that the popup does not have, so that screen readers would lose it. */
export function TreeChoice<V>(props: TreeSelectProps<V>) {
  const own = useId()
  const id = props.id ?? own
  return <TreeSelect<V> {...props} id={id} popupRender={listed(id)} />
}

const listed = (id: string) => (tree: ReactElement) => <div id={`${id}_list`}>{tree}</div>
