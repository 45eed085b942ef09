import type { City } from './city.ts'

/** A building of three units in a community, its social worker, and the one next door. */
export async function openBlock(city: City) {
  const street = await city.subdistrict()
  const [home, next] = street.communities
  const building = `${home!.grids[0]!}b0003/`
  await city.owner.query(`insert into area (path, name, kind) values ($1, '文澜苑3幢', 'building')`, [building])
  const [worker, other] = [await street.staff('社工', 'socialWorker', home!.area), await street.staff('别处社工', 'socialWorker', next!.area)]
  await worker.call('housing', 'add', { building, doors: [{ entrance: '1', room: '201' }, { entrance: '1', room: '501' }, { entrance: '2', room: '501' }], values: { use: '住宅' } })
  const units = (await worker.call('housing', 'chart', { building })).rows.map(({ id }) => id)
  return { street, building, worker, units, elsewhere: { worker: other } }
}
