import { Box, Words } from '#element'
import { call } from '../../kernel/call.ts'
import { useLoad } from '../../kernel/load.ts'
import { Card } from '../../parts/card.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/state.tsx'

/** Who is signed in; the number stays masked. */
export function Who() {
  const { load, again } = useLoad(() => call('identity', 'me', {}))
  return (
    <Card>
      <Loaded load={load} again={again}>
        {({ name, phone }) => (
          <Box className="who">
            <Box as="span" className="who__sign"><Icon name="person" /></Box>
            <Box className="who__words">
              <Words as="p" className="who__name">{name}</Words>
              {phone && <Words as="p" className="who__phone">{phone}</Words>}
            </Box>
          </Box>
        )}
      </Loaded>
    </Card>
  )
}
