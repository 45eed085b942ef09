import './element.css'
import { Button, Image, Input, Text, Textarea, View } from '@tarojs/components'
import type {
  AgreeProps, BoxProps, EntryKind, EntryProps, GivePhoneProps, HeadingProps, LabelProps, LayerProps, LongEntryProps, OptionProps, PictureProps, PressProps, WordsProps,
} from './element.ts'

/** Taro's types do not know the mini-program's aria attributes; see `aria-runtime.ts`. */
type Aria = { ariaRole?: string, ariaLabel?: string, ariaChecked?: boolean, ariaExpanded?: boolean, ariaDisabled?: boolean, ariaHidden?: boolean, ariaModal?: boolean }
const aria = (told: Aria) => told as object

const roles: Partial<Record<NonNullable<BoxProps['as']>, string>> = { ul: 'list', ol: 'list', li: 'listitem', header: 'banner', main: 'main' }

export function Box({ as = 'div', role, label, isHidden, className, id, style, children }: BoxProps) {
  const told = role ?? roles[as]
  const spoken = told || label || isHidden ? aria({ ariaRole: told, ariaLabel: label, ariaHidden: isHidden }) : {}
  return <View id={id} className={className} style={style} {...spoken}>{children}</View>
}

export function Words({ as = 'span', className = '', id, children }: WordsProps) {
  return as === 'p'
    ? <View id={id} className={className}>{children}</View>
    : <Text id={id} className={as === 'strong' ? `strong ${className}` : className}>{children}</Text>
}

export function Heading({ className, id, children }: HeadingProps) {
  return <View id={id} className={className} {...aria({ ariaRole: 'heading' })}>{children}</View>
}

export function Press({ onPress, className = '', label, isDisabled, isBusy, isOn, isOpen, children }: PressProps) {
  const isOff = Boolean(isDisabled || isBusy)
  return (
    <View
      className={`press ${isDisabled ? 'press--off' : ''} ${className}`} hoverClass={isOff ? 'none' : 'press--down'}
      onClick={() => { if (!isOff) onPress() }}
      {...aria({ ariaRole: isOn === undefined ? 'button' : 'switch', ariaLabel: label, ariaChecked: isOn, ariaExpanded: isOpen, ariaDisabled: isOff })}
    >
      {children}
    </View>
  )
}

export function Option({ kind, isChosen, isDisabled, label, className = '', onChoose, children }: OptionProps) {
  return (
    <View
      className={`option ${isChosen ? 'option--chosen' : ''} ${className}`} hoverClass={isDisabled ? 'none' : 'press--down'}
      onClick={() => { if (!isDisabled) onChoose() }}
      {...aria({ ariaRole: kind, ariaLabel: label, ariaChecked: isChosen, ariaDisabled: isDisabled })}
    >
      {children}
    </View>
  )
}

export function Label({ className, children }: LabelProps) {
  return <View className={className}>{children}</View>
}

const keyboards: Record<EntryKind, 'text' | 'number'> = { text: 'text', number: 'number', phone: 'number', code: 'number', password: 'text' }

export function Entry({ id, value, onChange, kind = 'text', label, placeholder, maxLength = -1, isDisabled, isInvalid, className = '', onDone }: EntryProps) {
  return (
    <Input
      id={id} className={`entry ${isInvalid ? 'entry--invalid' : ''} ${className}`} value={value} type={keyboards[kind]} password={kind === 'password'} maxlength={maxLength}
      placeholder={placeholder} placeholderClass="entry__placeholder" disabled={isDisabled} cursorSpacing={80}
      onInput={(input) => onChange(input.detail.value)} onConfirm={onDone} {...aria({ ariaLabel: label })}
    />
  )
}

export function LongEntry({ id, value, onChange, label, placeholder, maxLength = -1, isDisabled, isInvalid, className = '' }: LongEntryProps) {
  return (
    <Textarea
      id={id} className={`entry entry--long ${isInvalid ? 'entry--invalid' : ''} ${className}`} value={value} maxlength={maxLength}
      placeholder={placeholder} placeholderClass="entry__placeholder" disabled={isDisabled} cursorSpacing={80} autoHeight disableDefaultPadding
      showConfirmBar={false} onInput={(input) => onChange(input.detail.value)} {...aria({ ariaLabel: label })}
    />
  )
}

export function Picture({ src, alt, className = '', fit = 'cover', onPress }: PictureProps) {
  const mode = fit === 'cover' ? 'aspectFill' : 'aspectFit'
  return <Image className={`picture ${className}`} src={src} mode={mode} onClick={onPress} {...aria({ ariaRole: onPress ? 'button' : 'img', ariaLabel: alt })} />
}

export function Layer({ label, className = '', onClose, children }: LayerProps) {
  return (
    <View className={`layer ${className}`} catchMove onClick={onClose}>
      <View className="layer__box" onClick={(tap) => tap.stopPropagation()} {...aria({ ariaRole: 'dialog', ariaLabel: label, ariaModal: true })}>
        {children}
      </View>
    </View>
  )
}

export function Agree({ id, className = '', onAgree, children }: AgreeProps) {
  return <Button id={id} className={`press ${className}`} openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={onAgree}>{children}</Button>
}

export function GivePhone({ className = '', onGive, children }: GivePhoneProps) {
  return <Button className={`press ${className}`} openType="getPhoneNumber" onGetPhoneNumber={(given) => onGive(given.detail.code ?? null)}>{children}</Button>
}
