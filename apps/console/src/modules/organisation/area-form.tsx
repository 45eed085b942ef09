import { areaClass } from '@linli/contract/words/index'
import type { AreaClass } from '@linli/contract/words/index'
import { App, DatePicker, Form, Input, InputNumber, Select, Space } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { Area } from './area.ts'

interface AreaFormProps { area?: Area, parent?: Area, isOpen: boolean, close: () => void, done: (area: Area) => void }
interface AreaValues { code: string, name: string, lng?: number | null, lat?: number | null, until?: Dayjs | null, class?: AreaClass | null }

/** A new area under `parent`, or changes to `area`. */
export function AreaForm({ area, parent, isOpen, close, done }: AreaFormProps) {
  const create = useTell('organisation', 'createArea')
  const change = useTell('organisation', 'changeArea')
  const { message } = App.useApp()
  const send = async ({ code, name, lng, lat, until, class: class_ }: AreaValues) => {
    const centre = typeof lng === 'number' && typeof lat === 'number' ? { lng, lat } : null
    const changed = area
      ? await change.mutateAsync({ path: area.path, name, centre, until: until?.format('YYYY-MM-DD') ?? null, class: class_ ?? null })
      : await create.mutateAsync({ parent: parent?.path ?? '/', code, name, centre })
    close()
    done(changed)
    void message.success('已保存')
  }
  return (
    <FormDrawer<AreaValues> name={area ? 'change-area' : 'create-area'} title={area ? `修改${area.name}` : `在${parent?.name}下新增`} isOpen={isOpen} close={close} send={send} submitWords="保存"
      initial={area ? { name: area.name, lng: area.centre?.lng, lat: area.centre?.lat, until: area.until ? dayjs(area.until) : null, class: area.class } : undefined}>
      {!area && (
        <Form.Item name="code" label="编码" extra="统计代码中这一级的几位：省、市、区县、微网格 2 位，街道、社区、网格 3 位，楼幢为 b 加 4 位；保存后不能改。" rules={[{ required: true, pattern: /^(b\d{4}|\d{2,3})$/, message: '编码为 2–3 位数字，楼幢为 b 加 4 位数字' }]}>
          <Input maxLength={5} />
        </Form.Item>
      )}
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={40} /></Form.Item>
      <Space size={12} align="start">
        <Form.Item name="lng" label="中心经度" rules={[{ required: false }]}><InputNumber min={73} max={136} step={0.0001} style={{ width: 150 }} /></Form.Item>
        <Form.Item name="lat" label="中心纬度" rules={[{ required: false }]}><InputNumber min={3} max={54} step={0.0001} style={{ width: 150 }} /></Form.Item>
      </Space>
      {area && <Form.Item name="class" label="区域类别" extra="不选则沿用上级辖区的类别；改动只影响以后的事件。"><Select allowClear placeholder="沿用上级" options={Object.entries(areaClass).map(([value, label]) => ({ value, label }))} /></Form.Item>}
      {area && <Form.Item name="until" label="停用日期" extra="从这一天起不能再选，已有的记录不变。"><DatePicker style={{ width: '100%' }} /></Form.Item>}
    </FormDrawer>
  )
}
