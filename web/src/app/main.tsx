import './app.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { wordsOfTheScreen } from '../lib/language.ts'
import { guardComposition } from '../lib/ime.ts'
import { Providers } from './providers.tsx'
import { router } from './router.tsx'
import { askToSignIn } from './sign-in.ts'

// Before React listens to anything, so that no component ever sees a key that belongs to a conversion.
guardComposition(window)

const place = document.getElementById('root')
if (!place) throw new Error('index.html has lost its #root.')
const root = createRoot(place)

function draw() {
  root.render(
    <StrictMode>
      <Providers onSignedOut={askToSignIn}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  )
}
// Without a line it is drawn in Japanese rather than not at all.
wordsOfTheScreen().then(draw, draw)
