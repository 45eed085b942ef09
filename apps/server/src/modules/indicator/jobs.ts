import { subdistrictOf } from '@linli/standards'
import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import { countTouched, proveAll } from '../measure/index.ts'
import { freezeLast } from './freeze.ts'
import { sources } from './sources.ts'

const counting = ({ around, now }: Pick<JobTools, 'around' | 'now'>) => ({ database: around.database, now, sources })

/** Open screens of the places whose figures changed ask again. */
export async function countAndTell(tools: Pick<JobTools, 'around' | 'now'>): Promise<void> {
  tell(tools, await countTouched(counting(tools)))
}

const tell = ({ around }: Pick<JobTools, 'around'>, areas: readonly string[]) => around.tell(areas.map((area) => ({ topic: 'indicator', id: area, area, isOfParts: true, units: [], resident: null })))

/** What nobody told of, an import or a repair by hand, is counted within a minute as well. */
export const count: JobDefinition = { title: '更新指标', every: '* * * * *', run: (tools) => countAndTell(tools) }

/** In the first hour of the day: counts everything anew, tells what was otherwise, and moves on to the new day; on the first, keeps the month. Every other hour finds it done, or does what could not be done then. */
export const prove: JobDefinition = {
  title: '复核指标，固化上月', every: '20 * * * *', atStart: true,
  async run({ around, now, log, write }) {
    for (const [area, differences] of await proveAll(counting({ around, now }))) {
      if (differences.length > 0) log.warn({ area, differences }, 'figures were not what counting everything finds')
      tell({ around }, [area])
      await write(area, (ctx) => freezeLast(ctx, { subdistrict: subdistrictOf(area), area }))
    }
  },
}
