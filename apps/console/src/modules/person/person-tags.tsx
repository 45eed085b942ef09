import { personStanding } from '@linli/contract/words/index'
import { Mark } from '../../parts/mark.tsx'
import { labelOf } from '../record/field.ts'
import type { Option } from '../record/field.ts'
import { kindWords } from './person-view.ts'
import type { PersonRow } from './person-view.ts'

/** Kind of population, groups that are cared for, own tags, and where somebody is no longer here. */
export const PersonTags = ({ person, groups }: { person: Pick<PersonRow, 'populationKind' | 'groups' | 'tags' | 'standing'>, groups: readonly Option[] | undefined }) => (
  <>
    {person.standing !== 'present' && <Mark tone="amber">{personStanding[person.standing]}</Mark>}
    {person.populationKind && <Mark tone="blue">{kindWords(person.populationKind)}</Mark>}
    {person.groups.map((code) => <Mark key={code} tone="purple">{labelOf(groups, code) || code}</Mark>)}
    {person.tags.map((tag) => <Mark key={tag}>{tag}</Mark>)}
  </>
)
