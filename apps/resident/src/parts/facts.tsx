import { Box, Words } from '#element'
import './facts.css'

/** What is known of something, by name, one under another. */
export function Facts({ facts }: { facts: Readonly<Record<string, string>> }) {
  return Object.entries(facts).map(([name, value]) => (
    <Box key={name} className="facts__fact">
      <Words className="facts__name">{name}</Words>
      <Words className="facts__value">{value}</Words>
    </Box>
  ))
}
