import { hashPassword } from '../../server/src/modules/identity/index.ts'
import { openOffice } from '../../server/test/office.ts'
import { openCityWithOutside } from '../../server/test/gateway.ts'

// A real server with a real database, in a process of its own: it is the server's code, which the types of this folder know nothing of.
// Answers each message of the parent; ends with it.
const { city, messagesTo, close } = await openCityWithOutside()
const address = await city.http.listen({ port: 0, host: '127.0.0.1' })

const answers = {
  office: async () => {
    const { street, unit, ...people } = await openOffice(city)
    await town(street)
    const grid = street.communities[0].grids[0]
    const steward = await street.staff('楼道长', 'steward', `${grid}b0001/`)
    const tokens = Object.fromEntries(Object.entries({ ...people, steward }).map(([post, { token }]) => [post, token]))
    return { grid, name: street.communities[0].name, lng: 120 + (street.code % 1000) / 100 + 0.0015, lat: 30.0007, unit: unit.id, tokens, ids: Object.fromEntries(Object.entries({ ...people, steward }).map(([post, { id }]) => [post, id])) }
  },
  password: async ({ id, password }) => {
    const name = `field.${id.slice(-6)}`
    await city.owner.query('update account set sign_in_name = $2, password = $3, password_at = now() where id = $1', [id, name, await hashPassword(password)])
    return name
  },
  messages: ({ phone, count }) => messagesTo(phone, count),
  sql: async ({ text, values }) => (await city.owner.query(text, values)).rows,
}

process.on('message', async ({ number, ask, ...told }) => {
  try {
    process.send({ number, answer: await answers[ask](told) })
  } catch (error) {
    process.send({ number, error: String(error.stack ?? error) })
  }
})
process.on('disconnect', async () => {
  await close()
  process.exit()
})
process.send({ address })

/** A road, a pond and three buildings in the first grid, so that there is something to see on a map. */
async function town({ code, area, communities }) {
  const [lng, lat] = [120 + (code % 1000) / 100, 30]
  const line = (...points) => JSON.stringify(points.map(([east, north]) => [lng + east, lat + north]))
  await city.owner.query('insert into plan (id, area, kind, name, width, line) values (1, $1, $2, $3, $4, $5), (2, $1, $6, $7, null, $8)', [
    area, 'road', '示例路', 12, line([-0.002, 0.0005], [0.011, 0.0005]), 'water', '示例塘', line([0.004, 0.001], [0.005, 0.001], [0.005, 0.002], [0.004, 0.001])])
  for (const at of [0, 1, 2]) {
    const [west, south] = [lng + 0.0005 + at * 0.0008, lat + 0.0008]
    const ring = [[west, south], [west + 0.0005, south], [west + 0.0005, south + 0.00012], [west, south + 0.00012], [west, south]]
    await city.owner.query('insert into area (path, name, kind, lng, lat, shape, height, west, south, east, north) values ($1, $2, $3, $4, $5, $6, 18, $7, $8, $9, $10)', [
      `${communities[0].grids[0]}b000${at + 1}/`, `示例新村${at + 1}幢`, 'building', west + 0.00025, south + 0.00006, JSON.stringify({ type: 'Polygon', coordinates: [ring] }), west, south, west + 0.0005, south + 0.00012])
  }
}
