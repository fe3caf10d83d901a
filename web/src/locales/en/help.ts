import type { Translated } from '../../lib/texts.ts'
import type { help as japanese } from '../ja/help.ts'

export const help: Translated<typeof japanese> = {
  title: 'How to use',
  lead: 'What you can do with Yui, and what to do when you are stuck.',
  toursTitle: 'New here?',
  toursLead: 'A short guide for each kind of user. You can read it without signing in.',
  tours: {
    director: 'For directors of facilities',
    council: 'For councils of social welfare and secretariats',
    reporter: 'For those who prepare a corporation’s reports',
  },
  topicsTitle: 'Common situations',
  topics: [
    {
      question: 'Where do I see whom I act for?',
      answer:
        'The top of the page says whom you act for. If you belong to several corporations or facilities, choose another with “Change” beside it. Every act is recorded with the body it was done for.',
    },
    {
      question: 'Nothing has changed at our facility. What do I do?',
      answer:
        'On the facility’s page, press “Nothing has changed” for each block. The date of confirmation is renewed and the members of your network see it.',
    },
    {
      question: 'Is “not confirmed” the same as “no”?',
      answer:
        'No. “Not confirmed” means that nobody has answered yet. Where published data gives no number we say “not given”. Neither is taken for zero or for “no”.',
    },
    {
      question: 'How do I enter dates and numbers?',
      answer:
        'Dates may be Western or Japanese. “R8.4.1” written into one box is understood. Telephone and office numbers may be full-width or half-width.',
    },
    {
      question: 'I closed the page while entering something.',
      answer:
        'What you entered stays on this device as a draft. Continue from “Drafts” on the to-do page. On a shared computer, signing out removes the drafts.',
    },
    {
      question: 'How do I hand it out on paper?',
      answer:
        'Press “Print on A4” or use your browser’s print. Navigation and buttons are left out; date, time and your name are added.',
    },
    {
      question: 'How do I make the letters larger?',
      answer: 'Use your browser’s zoom (Ctrl and +). At 200 % nothing has to be moved sideways.',
    },
    {
      question: 'How do I go back to Japanese?',
      answer: 'Choose 日本語 in the menu at the top right. This device remembers your choice.',
    },
  ],
  contactTitle: 'If you are still stuck',
  contact:
    'Please call the secretariat of your network. The number is at the top of the page once you have signed in. If the page shows an incident number, please tell them.',
}
