import { staff } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { parcels } from './box.ts'
import { mineOf } from './parcel.ts'
import type { Parcel } from './parcel.ts'

/** What this person has on this phone; what others wrote here is nobody's business. */
export function useMine(): Parcel[] {
  const { id } = useStore(staff)
  return mineOf(useStore(parcels) ?? [], id)
}
