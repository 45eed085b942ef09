import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openMatchers } from './matchers.ts'

/** So few entries are kept that the last story has to make room. */
const matchers = openMatchers(4)
after(() => matchers.close())

const entriesOf = (...questions: string[]) => ({ entries: questions.map((question) => ({ id: question, question })) })
type Known = ReturnType<typeof entriesOf>
const baseOf = (mark: string, load: () => Promise<Known>) => ({ key: 'a', mark, load })
const best = ({ ranked: [first] }: { ranked: { id: string }[] }) => first?.id
const never = async () => { throw new Error('read again') }

test('what was read is not read again, also where many ask at the same time', async () => {
  let reads = 0
  const base = baseOf('1', async () => { reads += 1; return entriesOf('老年证怎么办', '垃圾怎么扔') })
  assert.deepEqual((await Promise.all(['老年证', '垃圾', '老年证怎么办'].map((question) => matchers.match(base, question, 3)))).map(best), ['老年证怎么办', '垃圾怎么扔', '老年证怎么办'])
  assert.equal(best(await matchers.match(baseOf('1', never), '扔垃圾', 3)), '垃圾怎么扔')
  assert.equal(reads, 1)
})

test('while what is new is read, the older answers; then the new one does', async () => {
  await matchers.settled()
  const { promise: loaded, resolve: isLoaded } = Promise.withResolvers<Known>()
  const renewing = matchers.match(baseOf('2', () => loaded), '居住证', 3)
  // Who asks meanwhile does not wait for it, nor is it read twice.
  assert.equal(best(await matchers.match(baseOf('2', never), '老年证', 3)), '老年证怎么办')
  isLoaded(entriesOf('居住证怎么办'))
  await renewing
  await matchers.settled()
  assert.equal(best(await matchers.match(baseOf('2', never), '老年证', 3)), '居住证怎么办')
})

test('what could not be read is tried again with the next question, and nothing else is lost', async () => {
  await assert.rejects(matchers.match({ key: 'b', mark: '1', load: never }, '老年证', 3), /read again/)
  assert.equal(best(await matchers.match({ key: 'b', mark: '1', load: async () => entriesOf('社保卡补办') }, '社保卡', 3)), '社保卡补办')
  assert.deepEqual((await matchers.match({ key: 'c', mark: '1', load: async () => entriesOf() }, '社保卡', 3)).ranked, [])
  assert.equal(best(await matchers.match(baseOf('2', never), '居住证', 3)), '居住证怎么办')
})

test('a base that is too large for both makes room for the one that is asked for', async () => {
  const many = (of: string) => async () => entriesOf(...Array.from({ length: 3 }, (_, at) => `${of}${at}`))
  let reads = 0
  await matchers.match({ key: 'x', mark: '1', load: many('甲') }, '甲1', 1)
  await matchers.match({ key: 'y', mark: '1', load: many('乙') }, '乙1', 1)
  await matchers.settled()
  await matchers.match({ key: 'x', mark: '1', load: () => { reads += 1; return many('甲')() } }, '甲1', 1)
  assert.equal(reads, 1)
})

test('after it was closed nobody is answered', async () => {
  await matchers.close()
  await assert.rejects(matchers.match(baseOf('2', never), '居住证', 3), /closing/)
})
