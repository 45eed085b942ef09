import { isStep, openSteps } from './forms.ts'
import { aboutOf } from './parcel.ts'
import { ParcelCard } from './parcel-card.tsx'
import { useMine } from './use-mine.ts'

/** What was written here about one event or whistle and is not done yet; what was begun and can be gone on with has its form below. */
export function Held({ id, offered }: { id: string, offered: readonly string[] }) {
  const mine = useMine().filter((parcel) => aboutOf(parcel)?.id === id)
  const open: readonly string[] = openSteps(offered, mine.filter(({ state }) => state === 'waiting').map(({ step }) => step).filter(isStep))
  return <>{mine.filter(({ state, step }) => state !== 'draft' || !open.includes(step)).map((parcel) => <ParcelCard key={parcel.id} parcel={parcel} isAtEvent />)}</>
}
