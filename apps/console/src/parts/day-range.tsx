import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DayRangeProps { 'aria-label': string, placeholder?: [string, string], from: string | undefined, until: string | undefined, onChange: (range: { from: string | undefined, until: string | undefined }) => void }

/** From a day to a day, either of which may be left open. */
export const DayRange = ({ from, until, onChange, ...rest }: DayRangeProps) => (
  <DatePicker.RangePicker
    {...rest}
    allowEmpty={[true, true]}
    style={{ width: 230 }}
    value={[from ? dayjs(from) : null, until ? dayjs(until) : null]}
    onChange={(range) => onChange({ from: range?.[0]?.format('YYYY-MM-DD'), until: range?.[1]?.format('YYYY-MM-DD') })}
  />
)
