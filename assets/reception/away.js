// A screen that was left shows no names. It hides itself; the hub, which counts for itself, decides.
const away = document.getElementById('away')
const shown = document.getElementById('page')
// The board stays: it comes again from the hub, with initials.
const isBoard = document.getElementById('live') !== null
const tellsEveryMilliseconds = 20000

if (away) {
  const pin = document.getElementById('away-pin')
  const error = document.getElementById('away-error')
  const token = () => away.querySelector('[name=form_token]').value
  const post = (path, fields) => fetch(path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },  // as a form sends it
    body: new URLSearchParams({ form_token: token(), ...fields }).toString()
  })
  let touched = Date.now()
  let told = 0

  const say = (words) => {
    error.textContent = words
    error.hidden = words === ''
  }
  const rest = () => {
    if (!away.hidden) return
    away.hidden = false
    shown.hidden = !isBoard
    // The only heading that is left is the page's first.
    if (!isBoard) document.getElementById('away-title').setAttribute('aria-level', '1')
    pin.value = ''
    say('')
    document.dispatchEvent(new Event('hub-away'))
  }
  const comeBack = () => {
    away.hidden = true
    shown.hidden = false
    touched = Date.now()
    document.dispatchEvent(new Event('hub-back'))
  }

  // A touch counts for the hub too, which is told of it now and then.
  const touch = async () => {
    if (!away.hidden) return
    touched = Date.now()
    if (touched - told < tellsEveryMilliseconds) return
    told = touched
    const answer = await post('/still-here', {}).catch(() => null)
    if (answer?.type === 'opaqueredirect') rest()
  }
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel']) {
    document.addEventListener(event, touch, { passive: true })
  }
  setInterval(() => {
    if (Date.now() - touched >= Number(away.dataset.after) * 1000) rest()
  }, 1000)

  away.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault()
    const answer = await post('/come-back', { pin: pin.value, stay: 'yes' }).catch(() => null)
    pin.value = ''
    if (answer?.ok) return comeBack()
    // After too many wrong ones, or when the session is over, the page itself leads on.
    if (answer?.type === 'opaqueredirect') return location.reload()
    say(answer?.status === 400 ? 'The PIN is not right.' : 'The hub does not answer. Try again.')
    pin.focus()
  })
}
