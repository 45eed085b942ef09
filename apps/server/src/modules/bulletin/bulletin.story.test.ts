import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { Asked, Output } from '@linli/contract'
import { readXlsx } from 'hucre/xlsx'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { runJob } from '../../../test/job.ts'
import { pdfText } from '../../../test/pdf-text.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
afterEach(() => city.setClock(undefined))
after(() => city.close())

type Definition = Asked<'bulletin', 'save'>['definition']
type Issue = Output<'bulletin', 'issue'>
const daily = (area: string): Definition => ({
  name: '治理日报', area, rhythm: 'day', office: '示例街道办事处', heading: '基层治理日报', mark: '示街治', before: '当日总体平稳。', after: '',
  parts: [
    { kind: 'figures', title: '总体情况', codes: ['people', 'reported30', 'inTime30', 'alone80'] }, { kind: 'table', title: '各社区情况', codes: ['people', 'reported30'], level: 'community' },
    { kind: 'pivot', title: '上报分类', source: 'reports', dimension: 'matter', level: 'community' }, { kind: 'trend', title: '近两周上报', code: 'today', days: 14 },
  ],
})
/** Three people of one building, one of them very old; two heaps in a corridor reported that day. */
async function openOffice() {
  city.setClock('2026-03-10T10:00:00+08:00')
  const block = await openBlock(city)
  const { street, worker, units } = block
  for (const [at, birth] of ['1930-01-01', '1990-01-01', '1991-01-01'].entries()) await worker.call('person', 'enter', { values: { name: `王示${'一二三'[at]}`, birth, ...(at === 0 && { groups: ['独居老人'] }) }, at: { housing: units[at]! }, role: '01' })
  for (const _ of [1, 2]) await worker.call('event', 'report', { description: '楼道堆物', matter: '06036', area: street.communities[0]!.grids[0]! })
  await runJob(city, 'indicator.prove')
  const [shift, leader, reader] = [await street.staff('值班长', 'shiftLeader'), await street.staff('领导', 'leader'), await street.staff('受理员', 'acceptor')]
  return { ...block, shift, leader, reader, home: street.communities[0]!.area }
}
/** The night between two days: everything is counted anew, and what is due is made. */
async function night(moment: string) {
  city.setClock(moment)
  await runJob(city, 'indicator.prove')
  await runJob(city, 'bulletin.make')
}
const figuresOf = ({ content: { parts } }: Pick<Issue, 'content'>) => parts.flatMap((part) => (part.kind === 'figures' ? part.rows.map(({ name, value, isSuppressed }) => [name, isSuppressed ? '不足 5' : value]) : []))

test('made by the clock when the night has proved the day, reviewed, signed, told to its readers; the figures stay as they were', async () => {
  const { street, worker, shift, leader, reader } = await openOffice()
  const { id } = await shift.call('bulletin', 'save', { definition: daily(street.area) })
  await runJob(city, 'bulletin.make')
  const issuesOf = async (who: typeof shift) => (await who.call('bulletin', 'issues', { bulletin: id })).rows
  assert.deepEqual(await issuesOf(shift), [], 'the day before it was begun is nobody’s')
  city.setClock('2026-03-11T00:05:00+08:00')
  await runJob(city, 'bulletin.make')
  assert.deepEqual(await issuesOf(shift), [], 'not before the figures are proved')
  await night('2026-03-11T00:25:00+08:00')
  await runJob(city, 'bulletin.make')
  const [made] = await issuesOf(shift)
  assert.deepEqual([(await issuesOf(shift)).length, made!.from, made!.until, made!.status, made!.madeBy], [1, '2026-03-10', '2026-03-11', 'draft', '系统'])
  assert.deepEqual([await issuesOf(reader), (await shift.call('notice', 'list', {})).rows.map(({ kind, bulletin }) => [kind, bulletin])], [[], [['bulletinMade', made!.id]]])

  const draft = await shift.call('bulletin', 'issue', { id: made!.id })
  assert.deepEqual(figuresOf(draft), [['实有人口', '不足 5'], ['当日上报', 2], ['当日按时结案率', null], ['独居高龄老人', '不足 5']], 'the system itself sees nobody’s record')
  assert.deepEqual([draft.steps, draft.before, draft.sources.includes('reports')], [['submit', 'drop'], '当日总体平稳。', true])
  await worker.call('event', 'report', { description: '楼道堆物', matter: '06036', area: street.communities[0]!.grids[0]! })
  await shift.call('bulletin', 'word', { id: made!.id, before: '当日上报 2 件，均为楼道堆物。', after: '请各社区巡查。' })
  const sent = await shift.call('bulletin', 'submit', { id: made!.id })
  assert.deepEqual(sent.steps, ['return', 'drop'], 'nobody reviews their own')
  await assert.rejects(shift.call('bulletin', 'review', { id: made!.id, isAgreed: true }), { code: 'bulletin.step-not-open' })
  assert.deepEqual((await leader.call('notice', 'list', {})).rows.map(({ kind, title }) => [kind, title]), [['bulletinToReview', '治理日报（2026年3月10日）']])
  assert.deepEqual((await leader.call('bulletin', 'issues', { isWaiting: true })).rows.map(({ id: one }) => one), [made!.id])
  assert.deepEqual((await shift.call('bulletin', 'issues', { isWaiting: true })).rows, [], 'nor does it wait for them')
  await leader.call('bulletin', 'review', { id: made!.id, isAgreed: true })
  const signed = await leader.call('bulletin', 'sign', { id: made!.id, isAgreed: true })
  assert.deepEqual([signed.number, signed.status, signed.submitted!.name, signed.reviewed!.name, signed.signed!.name, signed.digest!.length], ['示街治〔2026〕第 1 期', 'signed', '值班长', '领导', '领导', 64])
  assert.deepEqual(figuresOf(signed), figuresOf(draft))
  assert.deepEqual((await reader.call('notice', 'list', {})).rows.map(({ kind }) => kind), ['bulletinSigned'])
  assert.equal((await issuesOf(reader))[0]!.number, '示街治〔2026〕第 1 期')
  for (const again of ['word', 'submit', 'drop'] as const) await assert.rejects(shift.call('bulletin', again, { id: made!.id, before: '', after: '', reason: '改' } as never), { code: 'bulletin.step-not-open' })
  const { rows: [told] } = await city.owner.query(`select actor_name, details from journal where name = 'bulletin.signed' and subdistrict = $1`, [street.code])
  assert.deepEqual([told.actor_name, told.details.digest], ['领导', signed.digest])
})

test('who verifies finds what was signed, and sees when somebody changed it past the platform', async () => {
  const { street, shift, leader, reader } = await openOffice()
  const { id } = await shift.call('bulletin', 'save', { definition: { ...daily(street.area), rhythm: 'once' } })
  const issue = await shift.call('bulletin', 'make', { id, from: '2026-03-01', until: '2026-03-11' })
  await shift.call('bulletin', 'submit', { id: issue.id })
  await leader.call('bulletin', 'review', { id: issue.id, isAgreed: true })
  const { digest } = await leader.call('bulletin', 'sign', { id: issue.id, isAgreed: true })
  const verified = async () => (({ issue: found, isWhole }) => [found?.number, isWhole])(await reader.call('bulletin', 'verify', { digest: digest!.slice(0, 16).toUpperCase() }))
  assert.deepEqual(await verified(), ['示街治〔2026〕第 1 期', true])
  assert.deepEqual(await reader.call('bulletin', 'verify', { digest: '0'.repeat(64) }), { issue: null, digest: null, isWhole: false })
  await city.owner.query(`update bulletin_issue set signed_name = '别人' where id = $1`, [issue.id])
  assert.deepEqual(await verified(), ['示街治〔2026〕第 1 期', false])
  await city.owner.query(`update bulletin_issue set signed_name = '领导' where id = $1`, [issue.id])
  assert.deepEqual(await verified(), ['示街治〔2026〕第 1 期', true])
  // As the server's own role may: not the figures, and nothing of what is signed.
  const as = async (text: string) => { await city.owner.query(`begin; set local app.area = '${street.area}'; set local role staff`); try { return (await city.owner.query(text)).rowCount } finally { await city.owner.query('rollback') } }
  await assert.rejects(as(`update bulletin_issue set content = '{}'`), { code: '42501' })
  assert.equal(await as(`update bulletin_issue set before = '改' where id = '${issue.id}'`), 0)
})

test('what is sent back says why; what is wrong and signed is corrected by another that names it', async () => {
  const { street, shift, leader } = await openOffice()
  const { id } = await shift.call('bulletin', 'save', { definition: { ...daily(street.area), rhythm: 'week' } })
  const issue = await shift.call('bulletin', 'make', { id })
  assert.deepEqual([issue.from, issue.until], ['2026-03-02', '2026-03-09'])
  await assert.rejects(shift.call('bulletin', 'make', { id }), { code: 'conflict.exists' })
  await assert.rejects(shift.call('bulletin', 'make', { id, on: '2026-03-10' }), { code: 'input.invalid' }, 'a week that is not over')
  await shift.call('bulletin', 'submit', { id: issue.id })
  await assert.rejects(leader.call('bulletin', 'review', { id: issue.id, isAgreed: false }), { code: 'input.invalid' })
  const back = await leader.call('bulletin', 'review', { id: issue.id, isAgreed: false, reason: '请补充原因' })
  assert.deepEqual([back.status, back.reason], ['returned', '请补充原因'])
  assert.deepEqual((await shift.call('notice', 'list', {})).rows.map(({ kind, words }) => [kind, words]), [['bulletinReturned', '领导退回：请补充原因']])
  await shift.call('bulletin', 'submit', { id: issue.id })
  await leader.call('bulletin', 'review', { id: issue.id, isAgreed: true })
  await leader.call('bulletin', 'sign', { id: issue.id, isAgreed: true })
  await assert.rejects(shift.call('bulletin', 'make', { id, replaces: issue.id }), { code: 'input.invalid' }, 'without a reason')
  const better = await shift.call('bulletin', 'make', { id, replaces: issue.id, why: '漏报一件' })
  await assert.rejects(shift.call('bulletin', 'make', { id, replaces: issue.id, why: '再来' }), { code: 'conflict.exists' })
  assert.deepEqual([better.replaces!.number, better.why, better.from, (await leader.call('bulletin', 'issue', { id: issue.id })).replacedBy!.id], ['示街治〔2026〕第 1 期', '漏报一件', '2026-03-02', better.id])
  await shift.call('bulletin', 'drop', { id: better.id, reason: '不用更正' })
  assert.equal((await leader.call('bulletin', 'issue', { id: issue.id })).replacedBy, null)
})

test('a server that stood still makes the last one of each, and not again what was dropped', async () => {
  const { street, shift } = await openOffice()
  const { id } = await shift.call('bulletin', 'save', { definition: daily(street.area) })
  await shift.call('bulletin', 'save', { definition: { ...daily(street.area), name: '治理月报', rhythm: 'month' } })
  await night('2026-04-02T08:00:00+08:00')
  const { rows } = await shift.call('bulletin', 'issues', {})
  assert.deepEqual(rows.map(({ name, from, until }) => [name, from, until]), [['治理日报', '2026-04-01', '2026-04-02'], ['治理月报', '2026-03-01', '2026-04-01']])
  await shift.call('bulletin', 'drop', { id: rows[0]!.id, reason: '假日合并' })
  await runJob(city, 'bulletin.make')
  assert.equal((await shift.call('bulletin', 'issues', {})).rows.length, 2)
  await shift.call('bulletin', 'make', { id })
  await shift.call('bulletin', 'end', { id, isEnded: true })
  await night('2026-04-03T00:30:00+08:00')
  assert.equal((await shift.call('bulletin', 'issues', { bulletin: id })).rows.length, 2)
})

test('a community keeps its own; who is alone there signs their own; the neighbour knows of nothing, nor who has no such right', async () => {
  const { street, worker, elsewhere } = await (async () => { city.setClock('2026-03-10T10:00:00+08:00'); return openBlock(city) })()
  const secretary = await street.staff('书记', 'secretary', homeOf(street))
  const { id } = await secretary.call('bulletin', 'save', { definition: { ...daily(homeOf(street)), rhythm: 'once', parts: [{ kind: 'table', title: '各网格情况', codes: ['people'], level: 'community' }] } })
  const issue = await secretary.call('bulletin', 'make', { id, from: '2026-03-10', until: '2026-03-11' })
  assert.deepEqual(issue.content.parts.flatMap((part) => (part.kind === 'table' ? part.rows : [])).map(({ name }) => name), ['东苑社区', '第1网格', '第2网格'])
  await secretary.call('bulletin', 'submit', { id: issue.id })
  assert.deepEqual((await secretary.call('bulletin', 'issues', { isWaiting: true })).rows.map(({ status }) => status), ['review'])
  await secretary.call('bulletin', 'review', { id: issue.id, isAgreed: true })
  assert.equal((await secretary.call('bulletin', 'sign', { id: issue.id, isAgreed: true })).signed!.name, '书记')
  const { rows: [told] } = await city.owner.query(`select details from journal where name = 'bulletin.signed' and subdistrict = $1`, [street.code])
  assert.equal(told.details.isAlone, true)
  for (const call of [() => elsewhere.worker.call('bulletin', 'issue', { id: issue.id }), () => elsewhere.worker.call('bulletin', 'get', { id }), () => elsewhere.worker.call('bulletin', 'make', { id }), () => elsewhere.worker.call('bulletin', 'file', { id: issue.id, format: 'pdf' }), () => elsewhere.worker.call('bulletin', 'save', { definition: daily(homeOf(street)) })]) await assert.rejects(call(), { code: 'not-found' })
  assert.deepEqual([(await elsewhere.worker.call('bulletin', 'list', {})).rows, (await elsewhere.worker.call('bulletin', 'verify', { digest: (await worker.call('bulletin', 'issue', { id: issue.id })).digest! })).issue], [[], null])
  await assert.rejects(worker.call('bulletin', 'sign', { id: issue.id, isAgreed: true }), { code: 'may.not' })
  await assert.rejects(secretary.call('bulletin', 'save', { definition: { ...daily(homeOf(street)), parts: [{ kind: 'trend', title: '走势', code: 'horoscope', days: 30 }] } }), { code: 'input.invalid' })
})
const homeOf = ({ communities }: { communities: { area: string }[] }) => communities[0]!.area

test('the paper and the spreadsheet say what was signed, in words; a draft says across that it is one; each is on record', async () => {
  const { street, shift, leader, reader } = await openOffice()
  const { id } = await shift.call('bulletin', 'save', { definition: daily(street.area) })
  await night('2026-03-11T00:25:00+08:00')
  const issue = (await shift.call('bulletin', 'issues', { bulletin: id })).rows[0]!.id
  const textOf = async (who: typeof shift) => pdfText(Buffer.from((await who.call('bulletin', 'file', { id: issue, format: 'pdf' })).content, 'base64'))
  assert.ok((await textOf(shift)).every((words) => words.includes('待送审')))
  await shift.call('bulletin', 'submit', { id: issue })
  await leader.call('bulletin', 'review', { id: issue, isAgreed: true })
  const { digest } = await leader.call('bulletin', 'sign', { id: issue, isAgreed: true })
  const { fileName, content } = await reader.call('bulletin', 'file', { id: issue, format: 'pdf' })
  const [file, pages] = [Buffer.from(content, 'base64'), await textOf(reader)]
  assert.ok(file.length < 150_000, `${file.length} bytes`)
  assert.equal(fileName, `基层治理日报（第${String(street.code).slice(-3)}街道 2026年3月10日）.pdf`)
  const said = pages.join('').replaceAll(/\s/g, '')
  for (const words of ['基层治理日报', '示街治〔2026〕第1期', '示例街道办事处', '当日总体平稳。', '一、总体情况', '二、各社区情况', '东苑社区', '三、上报分类', '四、近两周上报', '五、口径说明', '不足5', '制表：值班长', '审核：领导', '签发：领导', digest!, `第1页共${pages.length}页`, '受理员于2026-03-11']) assert.ok(said.includes(words), words)
  assert.ok(!said.includes('待送审'))
  const { sheets } = await readXlsx(Buffer.from((await reader.call('bulletin', 'file', { id: issue, format: 'xlsx' })).content, 'base64'))
  assert.deepEqual(sheets.map(({ name }) => name), ['报表', '1 总体情况', '2 各社区情况', '3 上报分类', '4 近两周上报', '口径说明'])
  assert.deepEqual(sheets[1]!.rows[4]!.slice(0, 2), ['当日上报', '2'])
  assert.ok(sheets[0]!.rows.flat().includes(`SHA-256 摘要：${digest}`))
  const { rows } = await city.owner.query(`select actor_name from journal where name = 'bulletin.file.looked' and subdistrict = $1`, [street.code])
  assert.deepEqual(rows.map(({ actor_name: name }) => name), ['值班长', '受理员', '受理员', '受理员'])
})
