import { longFresh, useAsk } from '../../kernel/ask.ts'
import type { Selection } from '../../kernel/selection-act.tsx'
import type { Test } from './ledger-words.ts'
import { ListExport } from './list-export.tsx'
import { draftOf, isIn } from './list-words.ts'
import { SaveButton } from './save-button.tsx'

const inside = (selection: Selection): Test[][] => [isIn('place.area', selection.ids)]

/** Who lives in the chosen buildings, as a file that goes out as a ledger does. */
export const ExportPeople = ({ selection }: { selection: Selection }) => selection.ids.length > 0 && <ListExport base="person" name="圈选楼幢的人口" words="导出人口" asked={inside(selection)} />

export const ExportHomes = ({ selection }: { selection: Selection }) => selection.ids.length > 0 && <ListExport base="housing" name="圈选楼幢的房屋" words="导出房屋" asked={inside(selection)} />

/** Kept as a list of people to work through, which goes on telling who lives there. */
export function SavePeople({ selection }: { selection: Selection }) {
  const items = useAsk('ledger', 'items', {}, { freshMs: longFresh, isWanted: selection.ids.length > 0 })
  const draft = items.data && draftOf('person', items.data.rows, inside(selection))
  return draft && selection.ids.length > 0 ? <SaveButton draft={draft} ledger={undefined} isFit words="存为名单" /> : null
}
