import type { Phone } from '../phone.ts'
import { choosePhotos, shrink } from './photo.ts'
import { locate } from './place.ts'
import { post, sendPhoto } from './request.ts'
import { shownText, voice } from './voice.ts'

export const phone: Phone = {
  post,
  sendPhoto,
  choosePhotos,
  shrink,
  locate,
  barRoom: () => ({ top: 0, height: 48, right: 0 }),
  focusOn: (id) => document.getElementById(id)?.focus(),
  showPhotos: null,
  voice: 'speechSynthesis' in window ? voice : null,
  shownText,
  privacy: null,
}
