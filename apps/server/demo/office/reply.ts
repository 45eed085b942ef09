import { dayOf, subdistrictOf } from '@linli/standards'
import type { ClientBase } from 'pg'
import { copyRows, type Cell } from '../copy.ts'
import { idAt } from '../id.ts'
import type { Account, People } from '../people/account.ts'
import { randomOf } from '../random.ts'
import type { Community } from '../town/district.ts'
import { subdistrict } from '../town/profile.ts'
import { communityReplies, streetReplies, type ReplyWords } from './reply-words.ts'

const dayMs = 86_400_000

const columns = ['subdistrict', 'id', 'area', 'area_name', 'name', 'text', 'matters', 'steps', 'changed_at', 'changed_name', 'used']

/** The office's usual words, as its shift leader wrote them during the year, and a community's own. */
export async function storeReplies(client: ClientBase, { seed, now, communities, people }: { seed: string, now: Date, communities: readonly Community[], people: People }): Promise<void> {
  const random = randomOf(`${seed} replies`)
  const first = communities[0]!
  const row = ({ name, text, matters, steps }: ReplyWords, [area, areaName]: [string, string], by: Account | undefined): Cell[] => {
    // Written on some morning of the year.
    const at = new Date(Date.parse(`${dayOf(new Date(now.getTime() - random.whole(20, 300) * dayMs))}T09:00:00+08:00`) + random.whole(0, 120) * 60_000)
    // What is for all is said most.
    const used = random.whole(3, matters.length === 0 ? 400 : 90)
    return [subdistrictOf(area), idAt(random, at.getTime()), area, areaName, name, text, `{${matters.join(',')}}`, `{${steps.join(',')}}`, at, by?.name ?? '系统', used]
  }
  const keeper = (signInName: string) => people.all.find((account) => account.signInName === signInName)
  await copyRows(client, 'reply', columns, [
    ...streetReplies.map((one) => row(one, [subdistrict.path, subdistrict.name], keeper('zhibanzhang'))),
    ...communityReplies.map((one) => row(one, [first.path, first.name], keeper('shuji01'))),
  ])
}
