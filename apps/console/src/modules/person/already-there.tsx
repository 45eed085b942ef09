import { Alert } from 'antd'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { usePause } from '../../parts/use-pause.ts'
import { useToday } from '../../parts/use-today.ts'
import { askedWhile } from './identity.ts'
import { aboutWords, homeWords } from './person-view.ts'
import type { PersonRow } from './person-view.ts'
import styles from './person.module.css'

interface AlreadyThereProps { written: Record<string, unknown>, /** Whose record is being changed: that one is no news. */ self?: string, /** Who is told of already. */ without?: readonly string[] }

const words = ['证件号码已登记', '电话已登记', '已有同名的人'] as const

/** While somebody is entered: who is there already with the same number, telephone or name, as far as the viewer may see them. */
export function AlreadyThere({ written, self, without }: AlreadyThereProps) {
  const asked = usePause(askedWhile(written, useToday()).join('\n'), 400)
  const texts = asked === '' ? [] : asked.split('\n')
  const [number, phone, name] = [texts.find((text) => /^\d{17}/.test(text)), texts.find((text) => /^1\d{10}$/.test(text)), texts.find((text) => !/\d/.test(text))]
  const found = [useFound(number), useFound(phone), useFound(name).filter((one) => one.name === name)]
  const known = found.flatMap((people, at) => people.filter((one) => one.id !== self && !without?.includes(one.id) && !found.slice(0, at).flat().some(({ id }) => id === one.id)).map((one) => ({ one, why: words[at]! })))
  if (known.length === 0) return null
  const isSame = known.some(({ why }) => why === words[0])
  return (
    <Alert type={isSame ? 'error' : 'warning'} showIcon className={styles.there} role="status" title={(
      <ul>
        {known.slice(0, 5).map(({ one, why }) => (
          <li key={one.id} className={styles.found}><strong>{why}：</strong><Link to={`/person/${one.id}`}>{one.name}</Link><span>{aboutWords(one)}</span><span className="number">{one.number ?? one.phone}</span><span>{homeWords(one)}</span></li>
        ))}
      </ul>
    )} />
  )
}

function useFound(text: string | undefined): PersonRow[] {
  const { data } = useAsk('find', 'all', { text: text ?? '', limit: 8 }, { isWanted: text !== undefined, isLogged: true, freshMs: 60_000 })
  return text === undefined ? [] : data?.people ?? []
}
