import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Asked } from '@linli/contract'
import { openCity, type City } from '../../../test/city.ts'
import { book, type Rows } from '../../../test/table.ts'
import { publishKnowledge } from '../../../test/publish.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const whole: Asked<'knowledge', 'write'>['content'] = {
  question: '高龄津贴怎么申领', similar: ['八十岁老人每个月有补贴吗', '高龄补贴去哪里领'], category: '养老', answerShort: '满 80 周岁，带身份证到社区办。', answerLong: '第一段。\n第二段，带“引号”和 <标签>。', steps: ['到龄前一个月申请', '社区核实'], materials: ['身份证', '社保卡'],
  entry: [{ kind: 'window', text: '社区服务大厅 2 号窗口' }, { kind: 'link', text: 'https://example.org/a?b=1' }], phone: '0571-00000101', audience: '80 周岁以上', source: { title: '关于高龄津贴的通知', date: '2026-01-05' }, validFrom: '2026-01-05', validTo: '2099-12-31', matter: 'F07', isUnchecked: true,
}

async function openStreet() {
  const street = await city.subdistrict()
  const [acceptor, shiftLeader, worker] = await Promise.all([street.staff('受理员', 'acceptor'), street.staff('值班长', 'shiftLeader'), street.staff('社工', 'socialWorker', street.communities[0]!.area)])
  return { street, east: street.communities[0]!.area, acceptor, shiftLeader, worker }
}
const sent = async (rows: Rows) => Buffer.from(await book(rows)).toString('base64')

test('what goes out comes in again as it was: in the same place nothing to do, in another the same answers', async () => {
  const [ours, theirs] = [await openStreet(), await openStreet()]
  await ours.acceptor.call('knowledge', 'write', { content: whole })
  await ours.acceptor.call('knowledge', 'write', { content: { question: '只有问题' } })
  const out = await ours.acceptor.call('knowledge', 'export', {})
  assert.deepEqual([out.rows, out.isMore], [2, false])
  const again = await ours.acceptor.call('knowledge', 'look', { area: ours.street.area, file: out.xlsx })
  assert.deepEqual(again.rows.map(({ at, no, does }) => [at, no, does]), [[2, 1, 'same'], [3, 2, 'same']])
  await assert.rejects(ours.acceptor.call('knowledge', 'import', { area: ours.street.area, file: out.xlsx }), { code: 'input.invalid' })
  const elsewhere = await theirs.acceptor.call('knowledge', 'look', { area: theirs.street.area, file: out.xlsx })
  assert.deepEqual(elsewhere.rows.map(({ faults }) => faults[0]), [{ column: '编号', message: '这里没有编号 1 的知识，新知识请不要填编号' }, { column: '编号', message: '这里没有编号 2 的知识，新知识请不要填编号' }])
  const { readXlsx } = await import('hucre/xlsx')
  const rows = (await readXlsx(Buffer.from(out.xlsx, 'base64'))).sheets[0]!.rows as Rows
  const file = await sent(rows.map((cells, at) => (at === 0 ? cells : [null, ...cells.slice(1)])))
  assert.deepEqual(await theirs.acceptor.call('knowledge', 'import', { area: theirs.street.area, file }), { fresh: 2, changed: 0, same: 0 })
  const { rows: listed } = await theirs.acceptor.call('knowledge', 'list', { text: '高龄' })
  const { content } = (await theirs.acceptor.call('knowledge', 'get', { id: listed[0]!.id })).draft!
  assert.deepEqual(content, { ...whole, isNotForUs: false, matterName: '高龄津贴' })
  const back = (await readXlsx(Buffer.from((await theirs.acceptor.call('knowledge', 'export', {})).xlsx, 'base64'))).sheets[0]!.rows as Rows
  assert.deepEqual(back.map((cells) => cells.slice(0, 19)), rows.map((cells) => cells.slice(0, 19)))
})

test('what is wrong is said by row and column, with how to mend it; while anything is, nothing is taken', async () => {
  const { street, acceptor } = await openStreet()
  await acceptor.call('knowledge', 'write', { content: { question: '居住证怎么办' } })
  const head = ['标准问题', '办理入口', '有效期起', '有效期止', '待核实', '对应事项', '编号']
  const file = await sent([['知识库（示例）'], head, ['居住证怎么办'], ['身份证补办', '二楼大厅'], ['社保卡', '窗口：2 号', '2026-02-30', null, '也许', 'ZZZ'], ['社保卡', null, '2026/3/1', '2026-2-1'], [null, '电话：1'], ['改这条', null, null, null, null, null, 1], ['再改', null, null, null, null, null, 1]])
  const { rows } = await acceptor.call('knowledge', 'look', { area: street.area, file })
  assert.deepEqual(rows.map(({ at, does, faults }) => [at, does, ...faults.map(({ column, message }) => `${column}：${message}`)]), [
    [3, 'fault', '标准问题：这里已有同样的问题（编号 1），请在“编号”里填 1'],
    [4, 'fault', '办理入口：“二楼大厅”没有写明是哪一种，请写成“窗口：2 号窗口”这样，种类有窗口、电话、网址、手机应用'],
    [5, 'fault', '有效期起：“2026-02-30”不是日期，请写成 2026-03-01 这样', '待核实：请填“是”或不填'],
    [6, 'fault', '有效期止：结束日期不能早于开始日期'],
    [7, 'fault', '标准问题：请填写'],
    [8, 'change'],
    [9, 'fault', '编号：与第 8 行重复，请删去一行'],
  ])
  await assert.rejects(acceptor.call('knowledge', 'import', { area: street.area, file }), { code: 'input.invalid' })
  assert.equal((await acceptor.call('knowledge', 'list', {})).rows.length, 1)
  const unknown = await acceptor.call('knowledge', 'look', { area: street.area, file: await sent([['标准问题', '对应事项'], ['社保卡', 'ZZZ']]) })
  assert.deepEqual(unknown.rows[0]!.faults, [{ column: '对应事项', message: '没有这个事项，请重新选择' }])
  for (const wrong of [await sent([['姓名'], ['王示一']]), await sent([head]), Buffer.from('%PDF-1.4').toString('base64'), '!!']) await assert.rejects(acceptor.call('knowledge', 'look', { area: street.area, file: wrong }), { code: 'input.invalid' })
})

test('a community’s table stands for the sub-district’s answers; imported is submitted at once, and reviewed together', async () => {
  const { street, east, acceptor, shiftLeader, worker } = await openStreet()
  const { no } = await acceptor.call('knowledge', 'write', { content: whole })
  const head = ['标准问题', '分类', '答复', '替代的街道知识', '本社区不适用']
  const rows = [['高龄津贴怎么申领', '养老', '我社区上门办。', no], ['健身房几点开', '设施', '早上八点。', null]]
  await assert.rejects(worker.call('knowledge', 'import', { area: street.area, file: await sent([head, ...rows]) }), { code: 'not-found' })
  assert.deepEqual(await worker.call('knowledge', 'import', { area: east, file: await sent([head, ...rows]), isSubmitted: true }), { fresh: 2, changed: 0, same: 0 })
  const waiting = (await shiftLeader.call('knowledge', 'list', { open: 'review' })).rows
  assert.deepEqual(waiting.map(({ question, isReplacing, mayApprove }) => [question, isReplacing, mayApprove]).toSorted(), [['健身房几点开', false, true], ['高龄津贴怎么申领', true, true]])
  assert.equal(await publishKnowledge(city, shiftLeader, waiting.map(({ id, openNo }) => ({ id, no: openNo! }))), 1)
  const again = await worker.call('knowledge', 'look', { area: east, file: await sent([head, ...rows]) })
  assert.deepEqual(again.rows.map(({ faults }) => faults.map(({ column }) => column)), [['替代的街道知识', '标准问题'], ['标准问题']])
})

test('the template says what to write where, and is refused as long as nothing was', async () => {
  const { street, acceptor } = await openStreet()
  const { xlsx, fileName } = await acceptor.call('knowledge', 'template', {})
  assert.match(fileName, /^知识库-模板-.*\.xlsx$/)
  await assert.rejects(acceptor.call('knowledge', 'look', { area: street.area, file: xlsx }), (fault: { problem: { detail: string } }) => { assert.equal(fault.problem.detail, '表里没有知识，请从表头下面一行开始填写'); return true })
})
