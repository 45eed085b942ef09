import { mergeInternalComponents } from '@tarojs/shared'
import { ariaAttributes } from './aria.ts'

mergeInternalComponents(ariaAttributes)
