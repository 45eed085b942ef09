import { Select } from 'antd'
import type { SelectProps } from 'antd'

interface SearchSelectProps extends Omit<SelectProps, 'onSearch' | 'showSearch' | 'options'> {
  options: { value: string, label: string }[]
  isFetching: boolean
  onSearch: (text: string) => void
}

/** A choice whose options the server searches. */
export const SearchSelect = ({ onSearch, options, isFetching, ...rest }: SearchSelectProps) => (
  <Select showSearch={{ filterOption: false, onSearch }} options={options} loading={isFetching} notFoundContent={isFetching ? '正在查找' : '没有找到'} {...rest} />
)
