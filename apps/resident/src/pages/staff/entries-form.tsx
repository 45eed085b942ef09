import { useState } from 'react'
import { Box } from '#element'
import { phone } from '#phone'
import { useSend } from '../../kernel/send.ts'
import { Sorry } from '../../kernel/sorry.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { EntryField } from './entry-field.tsx'
import type { Entry } from './entry-rules.ts'
import { wrongIn } from './link-rules.ts'
import type { Told } from './link-rules.ts'

type EntriesFormProps = {
  /** Sets its entries apart from those of other forms on the page. */
  id: string
  entries: readonly Entry[]
  words: string
  /** These are one line. */
  short?: readonly string[]
  send: (told: Told) => Promise<void>
  onClose: () => void
}

/** Entries that are sent at once or not at all: what makes or ends a secret address needs the network. */
export function EntriesForm({ id, entries, words, short, send: act, onClose }: EntriesFormProps) {
  const [told, setTold] = useState<Told>({})
  const [isTried, setTried] = useState(false)
  const { isSending, send } = useSend()
  const wrong = wrongIn(entries, told)
  const idOf = (name: string) => `${id}-${name}`
  const submit = () => {
    setTried(true)
    void send(async () => {
      const [first] = Object.entries(wrong)
      if (first) {
        phone.showField(idOf(first[0]))
        throw new Sorry(first[1])
      }
      await act(Object.fromEntries(Object.entries(told).map(([name, text]) => [name, text.trim()])))
    })
  }
  return (
    <>
      {entries.map((entry) => {
        const { name, label, hint, most, isOptional } = entry
        const field = { value: told[name] ?? '', error: isTried ? wrong[name] : undefined, onChange: (text: string) => setTold((before) => ({ ...before, [name]: text })) }
        return short?.includes(name)
          ? <TextField key={name} id={idOf(name)} label={label} hint={hint} isOptional={isOptional} maxLength={most} kind={name === 'phone' ? 'phone' : 'text'} {...field} />
          : <EntryField key={name} entry={{ ...entry, name: idOf(name) }} {...field} />
      })}
      <Box className="staff__go">
        <Button words={words} isWide isBusy={isSending} onPress={submit} />
        <Button words="取消" look="quiet" isWide onPress={onClose} />
      </Box>
    </>
  )
}
