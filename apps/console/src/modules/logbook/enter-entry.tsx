import type { Values } from '@linli/contract/words/index'
import { areaAt } from '@linli/standards/area-path'
import { App, Form } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useOnce } from '../../kernel/once.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { PhotoInput, photoRules } from '../../parts/photo/photo-input.tsx'
import { useToday } from '../../parts/use-today.ts'
import { RecordSelect } from '../find/record-select.tsx'
import { WhereField } from '../housing/where-field.tsx'
import type { Where } from '../housing/where-field.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { writtenOf } from '../record/field.ts'
import { OneField } from '../record/form-parts.tsx'
import { isOfRecord } from './logbook-view.ts'
import type { Book } from './logbook-view.ts'

interface EnterEntryProps {
  book: Book
  /** The record whose page this is. */
  record?: { id: string, name: string } | undefined
  isOpen: boolean
  close: () => void
}
interface Written { record?: string, at?: Where, area?: string, photos?: string[] }

/** One entry of a logbook: its day, what it is about, and its columns. */
export function EnterEntry({ book, record, isOpen, close }: EnterEntryProps) {
  const { fields, about, subjectLabel, hasPhotos, note } = book
  const today = useToday()
  const client = useQueryClient()
  const { once, done } = useOnce()
  const { message } = App.useApp()
  const home = myAreas(useMe())[0]?.path ?? '/'
  // Who works in one community need not say which.
  const asksArea = !isOfRecord(about) && areaAt(home, 'community') === undefined
  const send = async ({ record: chosen, at, area, photos = [], ...values }: Written) => {
    const which = record?.id ?? chosen ?? at?.housing
    const input = { logbook: book.id, ...(which !== undefined && { record: which }), ...(area !== undefined && { area }), values: writtenOf(fields, values), photos }
    await once(input)('logbook', 'enter', input)
    done()
    void client.invalidateQueries({ queryKey: ['logbook'] })
    void message.success('已登记')
    close()
  }
  return (
    <FormDrawer<Written & Values> name="enter-entry" title={`${book.name}：${record?.name ?? '登记'}`} isOpen={isOpen} close={close} initial={{ day: today } as unknown as Partial<Written & Values>} submitWords="登记" send={send} under="values" note={privacyNote(note, fields)}>
      {fields.slice(0, 1).map((field) => <OneField key={field.name} field={field} before={{}} />)}
      {!record && (about === 'enterprise' || about === 'thing') && <Form.Item name="record" label={subjectLabel} rules={[{ required: true, message: `请选择${subjectLabel}` }]}><RecordSelect kind={about} /></Form.Item>}
      {!record && about === 'housing' && <Form.Item name="at" label={subjectLabel} rules={[{ required: true, validator: async (_, where?: Where) => { if (!where?.housing) throw new Error('请选到房屋') } }]}><WhereField /></Form.Item>}
      {asksArea && <Form.Item name="area" label="辖区" rules={[{ required: true, message: '请选择辖区' }]}><AreaSelect deepest="grid" placeholder="社区或网格" /></Form.Item>}
      {fields.slice(1).map((field) => <OneField key={field.name} field={field} before={{}} />)}
      {hasPhotos && <Form.Item name="photos" label="照片" rules={photoRules}><PhotoInput /></Form.Item>}
    </FormDrawer>
  )
}

/** Personal data do not belong here, but where a column asks for them. */
export const privacyNote = (note: string, fields: Book['fields']): string => {
  const asked = fields.filter(({ isSensitive }) => isSensitive).map(({ label }) => `“${label}”`)
  return [note, `除写明的栏目外，不要写个人的姓名、证件号码和电话${asked.length > 0 ? `；${asked.join('、')}加密保存、打码显示` : ''}。`].filter((part) => part !== '').join(' ')
}
