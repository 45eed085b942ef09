import type { Matrix } from './expected.ts'

const readers = ['leader', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker'] as const
const viewers = ['leader', 'acceptor', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker', 'gridWorker', 'steward', 'handler'] as const
const fieldWorkers = ['secretary', 'socialWorker', 'gridWorker'] as const
/** Around every story's sub-district. */
const ring: [number, number][] = [[119, 29], [131, 29], [131, 31], [119, 31]]
const lately = { from: new Date(Date.now() - 20 * 86_400_000).toISOString(), until: new Date(Date.now() + 86_400_000).toISOString() }

/** The part of the matrix that is about the sand table. */
export const sandMatrix: Pick<Matrix, 'sandtable'> = {
  sandtable: {
    points: { input: () => ({ filters: lately, box: { west: 119, south: 29, east: 131, north: 31 }, zoom: 12 }), who: viewers, neighbour: 'own' },
    times: { input: () => ({ filters: lately, by: 'day' }), who: viewers, neighbour: 'own' },
    care: { input: ({ area }) => ({ area }), who: fieldWorkers, neighbour: 'hidden' },
    inside: { input: () => ({ ring, filters: lately }), who: readers, neighbour: 'own' },
    insideBuildings: { input: () => ({ ring }), who: readers, neighbour: 'own' },
    insideEvents: { input: () => ({ ring, filters: lately }), who: viewers, neighbour: 'own' },
    insidePeople: { input: () => ({ ring }), who: fieldWorkers, neighbour: 'own' },
    insideExport: { input: () => ({ ring, filters: lately }), who: readers, neighbour: 'own' },
  },
}
