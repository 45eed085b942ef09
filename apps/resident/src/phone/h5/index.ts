import type { Phone } from '../phone.ts'
import { keepPages, whenBack } from './back.ts'
import { box } from './box.ts'
import { copy } from './copy.ts'
import { dictation } from './dictation.ts'
import { choosePhotos, shrink } from './photo.ts'
import { locate } from './place.ts'
import { print } from './print.ts'
import { pictureData, post, sendPhoto, stream } from './request.ts'
import { shownText, voice } from './voice.ts'

export const phone: Phone = {
  post,
  sendPhoto,
  pictureAt: (address) => address,
  pictureData,
  choosePhotos,
  shrink,
  print,
  locate,
  choosePlace: null,
  barRoom: () => ({ top: 0, height: 48, right: 0 }),
  focusOn: (id) => document.getElementById(id)?.focus(),
  showField,
  showPhotos: null,
  voice: 'speechSynthesis' in window ? voice : null,
  dictation,
  shownText,
  dial: (number) => { window.location.href = `tel:${number}` },
  copy,
  openPage: (address) => { window.open(address, '_blank', 'noopener') },
  stream,
  box,
  whenBack,
  keepPages,
  endPull: null,
  weChatCode: null,
  privacy: null,
}

/** The entry itself where it takes the focus, else the first thing within that does. */
function showField(id: string) {
  const field = document.getElementById(id)
  const entry = field?.matches('input, textarea') ? field : (field?.closest('.field') ?? field)?.querySelector<HTMLElement>('input, textarea, button')
  ;(entry ?? field)?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center' })
}
