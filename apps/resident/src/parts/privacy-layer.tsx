import { Agree, Box, Words } from '#element'
import { openPrivacyGuide, privacyRequest } from '../kernel/privacy.ts'
import { useStore } from '../kernel/store.ts'
import { Button } from './button.tsx'
import { Sheet } from './sheet.tsx'

/** WeChat checks that this button was really tapped. */
const agreeButton = 'agree-privacy'

/** Asks for consent before WeChat gives a photo, a place or a phone number; refusing closes nothing but that one thing. */
export function PrivacyLayer() {
  const consent = useStore(privacyRequest)
  if (!consent) return null
  return (
    <Sheet title="使用前请您知晓" onClose={() => consent(null)}>
      <Words as="p" className="sheet__text">
        您正要使用照片、位置或手机号。我们只把它用于办理您这一次的事情，具体见《用户隐私保护指引》。不同意也可以继续使用其他功能。
      </Words>
      <Box>
        <Agree id={agreeButton} className="button button--main button--wide" onAgree={() => consent(agreeButton)}>同意并继续</Agree>
        {openPrivacyGuide && <Button words="查看隐私保护指引" look="plain" isWide onPress={openPrivacyGuide} />}
        <Button words="不同意" look="quiet" isWide onPress={() => consent(null)} />
      </Box>
    </Sheet>
  )
}
