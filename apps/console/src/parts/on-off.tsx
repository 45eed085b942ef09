import { CheckCircleOutlined, StopOutlined } from '@ant-design/icons'

/** In use or not, by word and shape. */
export const OnOff = ({ isOn }: { isOn: boolean }) => isOn
  ? <span style={{ color: 'var(--green)', whiteSpace: 'nowrap' }}><CheckCircleOutlined aria-hidden /> 在用</span>
  : <span style={{ color: 'var(--inkFaint)', whiteSpace: 'nowrap' }}><StopOutlined aria-hidden /> 停用</span>
