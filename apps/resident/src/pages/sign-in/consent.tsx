import { Box, Option, Words } from '#element'
import { go } from '../../kernel/route.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { inShort } from '../privacy/words.ts'

type ConsentProps = { isAgreed: boolean, isMissed: boolean, onChange: (isAgreed: boolean) => void }

/** Nothing is ticked beforehand (PIPL art. 14: voluntary, explicit, fully informed). */
export function Consent({ isAgreed, isMissed, onChange }: ConsentProps) {
  return (
    <Card>
      <Words as="p">{inShort}</Words>
      <Box className="sign-in__read"><Button words="查看《个人信息处理规则》" look="quiet" onPress={() => go('notice')} /></Box>
      <Box id="agree" className="choice--rows">
        <Option kind="checkbox" group="agree" isChosen={isAgreed} onChoose={() => onChange(!isAgreed)} className="choice__answer sign-in__agree">
          <Words className="choice__sign choice__sign--checkbox" />
          <Words>我已了解，同意按规则处理</Words>
        </Option>
      </Box>
      {isMissed && <Box role="alert" className="field__error">请先勾选同意，再登录</Box>}
    </Card>
  )
}
