import { Button } from 'antd'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Mark } from '../../parts/mark.tsx'
import { aboutWords } from '../person/person-view.ts'
import { PersonTags } from '../person/person-tags.tsx'
import { labelOf } from '../record/field.ts'
import record from '../record/record.module.css'
import { useCodeWords } from '../record/use-codes.ts'
import { toHead } from './household.ts'
import type { HouseholdView, Member } from './household.ts'

interface MemberListProps { one: HouseholdView, setHead?: (member: Member) => void, leave?: (member: Member) => void }

/** Who is in it, what they are to the head, and who was. */
export function MemberList({ one, setHead, leave }: MemberListProps) {
  const relations = useAsk('relation', 'list', { person: one.head?.id }, { isWanted: one.head !== null, isLogged: true }).data?.rows ?? []
  const [kinships, groups, roles] = [useCodeWords('kinship'), useCodeWords('careGroup'), useCodeWords('residencyRole')]
  const words = (member: Member) => toHead(member, one.members.find(({ isHead }) => isHead), relations, (code) => labelOf(kinships, code))
  return (
    <ul>
      {one.members.map((member) => (
        <li key={member.residency} className={record.row}>
          <div className={record.head}>
            <Link to={`/person/${member.person}`}>{member.name}</Link><span>{aboutWords(member)}</span>{member.phone && <span className="number">{member.phone}</span>}
            {words(member) && <Mark tone="blue">{member.isHead ? words(member) : `与户主：${words(member)}`}</Mark>}<PersonTags person={{ groups: member.groups, tags: [], populationKind: null, standing: 'present' }} groups={groups} />
            <span className={record.end}>
              {setHead && !member.isHead && <Button size="small" aria-label={`把${member.name}设为户主`} onClick={() => setHead(member)}>设为户主</Button>}
              {leave && <Button size="small" aria-label={`把${member.name}移出本户`} onClick={() => leave(member)}>移出</Button>}
            </span>
          </div>
          <p className={record.when}>{labelOf(roles, member.role)}{member.since && ` · ${member.since} 起住在这里`}</p>
        </li>
      ))}
      {one.former.map((member) => <li key={member.residency} className={`${record.row} ${record.past}`}><div className={record.head}><Link to={`/person/${member.person}`}>{member.name}</Link><span>{aboutWords(member)}</span><span className={record.when}>{member.since ?? '…'} 至 {member.until}，已搬离</span></div></li>)}
    </ul>
  )
}
