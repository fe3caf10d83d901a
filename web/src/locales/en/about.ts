import type { Translated } from '../../lib/texts.ts'
import type { about as japanese } from '../ja/about.ts'

export const about: Translated<typeof japanese> = {
  accessibility: {
    title: 'Accessibility',
    lead: 'Made for everybody, on any device.',
    goalTitle: 'Goal',
    goal: 'We aim at conformance level AA of JIS X 8341-3:2016 and of WCAG 2.2. In the terms of the Japanese guideline our present claim is “consideration” (配慮).',
    doneTitle: 'What we check',
    done: [
      'Every page is checked with axe before each release.',
      'The main tasks are tested with the keyboard alone.',
      'At 320 pixels and at 200 % zoom nothing has to be moved sideways.',
      'No state is told by colour alone; there are always words.',
      'The Enter key that confirms a Japanese conversion never sends a form.',
      'Reduced motion and forced colours (high contrast) are respected.',
    ],
    openTitle: 'What we have not checked yet',
    open: [
      'Tests by people who use screen readers every day (NVDA, VoiceOver, TalkBack) are still to come.',
      'Japanese input on real Windows PCs and iPhones is still to be checked.',
      'Maps are an aid. Everything on them is also in a list.',
    ],
    contactTitle: 'If something is hard to use',
    contact:
      'Please tell the secretariat of your network. If you say on which page and what you wanted to do, we can mend it sooner.',
  },
  credits: {
    title: 'Data sources',
    lead: 'We use published data under these terms.',
    columns: { title: 'Data', issuer: 'Issuer', licence: 'Terms', asOf: 'As of', rows: 'Records' },
    asPublished:
      'Published data is shown as published. We do not read a blank or a 0 as “none” or “nobody”. If you find an error, please tell the issuer.',
    jmaTitle: 'About messages of the JMA',
    jma: 'The sample messages are those of the Japan Meteorological Agency for its XML format. What Yui reads in a message is Yui’s work, not the agency’s.',
    mapTitle: 'About the map',
    map: 'The outlines of municipalities are simplified from National Land Numerical Information (administrative areas), Ministry of Land, Infrastructure, Transport and Tourism.',
    sampleTitle: 'About “Sample” (見本)',
    sample:
      'Corporations, facilities, people and telephone numbers with 見本 in their names were invented for demonstration. Nothing invented is attached to a real corporation or facility.',
    designTitle: 'About the screens',
    design:
      'Colours and type are based on the Digital Agency Design System (MIT licence, © Digital Agency, Government of Japan).',
  },
}
