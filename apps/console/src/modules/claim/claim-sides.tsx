import { longFresh, useAsk } from '../../kernel/ask.ts'
import { placeOfFields, valueWords } from '../record/field.ts'
import { sides } from './claim-view.ts'
import type { Claim } from './claim-view.ts'
import styles from './claim.module.css'

/** What stands, and what is said instead. */
export function ClaimSides({ claim }: { claim: Claim }) {
  // Every kind of record answers alike.
  const fields = useAsk(claim.kind as 'person', 'fields', { area: placeOfFields(claim.area) }, { freshMs: longFresh }).data?.rows
  const { present, said } = sides(claim, (value) => valueWords(fields?.find(({ name }) => name === claim.field) ?? { type: 'text', options: null }, value))
  return (
    <div className={styles.sides}>
      <span className={styles.side}><span className="hidden">现有：</span>{present.value}{present.about && <small>{present.about}</small>}</span>
      <span aria-hidden>→</span>
      <span className={`${styles.side} ${styles.said}`}><span className="hidden">建议：</span>{said.value}<small>{said.about}</small></span>
    </div>
  )
}
