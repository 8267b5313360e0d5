// The board as a desk uses it all day: to find, to filter, by single keys, by ear, and when nobody is there.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { Hub, pin } from './hub.mjs'
import { complaints, isAccessible, picture, pictures } from './look.mjs'

const ada = '7a0c2a1e-0000-4000-8000-000000000001'
const rosa = '7a0c2a1e-0000-4000-8000-000000000002'
const lucja = '7a0c2a1e-0000-4000-8000-000000000004'
const soonerThanTheTick = 20000
let hub

before(async () => {
  mkdirSync(pictures, { recursive: true })
  hub = await Hub.start()
})
after(async () => { await hub?.stop() })

const shownRows = (page) => page.locator('#now tbody tr:visible')

test('a name is found as it is typed, with or without its marks, and stays found when the board comes anew', async () => {
  const page = await hub.signedIn('Finn Find', 'reception')
  const complained = complaints(page)
  await page.getByText('Live', { exact: true }).waitFor()
  await page.getByLabel('Find by name').fill('lucja zmys')
  await page.getByText('1 of 4 shown').waitFor()
  assert.equal(await shownRows(page).count(), 1)
  await page.getByLabel('Find by name').fill('ŁUCJA')
  await page.getByText('1 of 4 shown').waitFor()
  await isAccessible(page, 'board, a name found')
  await picture(page, 'board-found')
  await hub.tell('arrive 3')
  await page.locator(`#row-${lucja}`).getByText('Arrived on time').waitFor({ timeout: soonerThanTheTick })
  assert.equal(await shownRows(page).count(), 1)
  await page.getByLabel('Find by name').press('Enter')
  assert.equal(new URL(page.url()).pathname, '/board', 'what is typed goes nowhere')
  assert.deepEqual(complained, [])
  await page.context().close()
})

test('without JavaScript a name is found by a button, and never stands in an address', async () => {
  const page = await hub.signedIn('Nora Find', 'reception', { javaScriptEnabled: false })
  await page.getByLabel('Find by name').fill('zmyslona')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: 'Łucja Zmyślona' }).waitFor()
  assert.equal(await page.locator('#now tbody tr').count(), 1)
  assert.equal(new URL(page.url()).search, '')
  await isAccessible(page, 'board, a name found without JavaScript')
  await page.getByRole('link', { name: 'Show everybody' }).click()
  await page.getByRole('link', { name: 'Rosa Made-Up' }).waitFor()
  await page.context().close()
})

for (const javaScriptEnabled of [true, false]) {
  test(`a count shows those of its state alone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const page = await hub.signedIn(`Fil Ter${javaScriptEnabled ? '' : ' Plain'}`, 'reception', { javaScriptEnabled })
    await page.getByRole('link', { name: /Should be here/ }).click()
    await page.getByRole('link', { name: 'Rosa Made-Up' }).waitFor()
    assert.equal(await page.locator('#now tbody tr').count(), 1)
    assert.equal(await page.locator('[aria-current=true]').count(), 1)
    await isAccessible(page, 'board, one state')
    await picture(page, `board-state-${javaScriptEnabled}`)
    await page.context().close()
  })
}

test('single keys lead to a name, a call and the next decision, once somebody wants them', async () => {
  const page = await hub.signedIn('Kay Short', 'reception')
  await page.getByText('Live', { exact: true }).waitFor()
  const focused = () => page.evaluate(() => document.activeElement.id)
  await page.keyboard.press('d')
  assert.notEqual(await focused(), `name-${ada}`, 'off until wanted')
  await page.getByLabel('Single keys').check()
  await page.locator('h1').click()
  await page.keyboard.press('d')
  assert.equal(await focused(), `name-${ada}`)
  await page.keyboard.press('f')
  assert.equal(await focused(), 'find-name')
  await page.keyboard.type('fcd')
  assert.equal(await page.getByLabel('Find by name').inputValue(), 'fcd', 'letters that are typed stay letters')
  await page.reload()
  assert.equal(await page.getByLabel('Single keys').isChecked(), true, 'remembered on this computer')
  await page.context().close()
})

test('a call sounds once where somebody wants it to', async () => {
  const [quiet, loud] = [await hub.signedIn('Quin Quiet', 'reception'), await hub.signedIn('Lou Loud', 'reception')]
  await loud.getByLabel('A soft sound when someone waits').check()
  for (const page of [quiet, loud]) await page.getByText('Live', { exact: true }).waitFor()
  await hub.tell('call ur')
  for (const page of [quiet, loud]) {
    await page.getByRole('heading', { name: 'Someone waits at front-door' }).waitFor({ timeout: soonerThanTheTick })
  }
  await loud.locator('#live[data-rang="1"]').waitFor({ state: 'attached' })
  assert.equal(await quiet.locator('#live[data-rang]').count(), 0)
  await hub.tell('arrive 0')
  await loud.locator(`#row-${ada}`).getByText('Came after the end').waitFor({ timeout: soonerThanTheTick })
  assert.equal(await loud.locator('#live').getAttribute('data-rang'), '1', 'not again for the same call')
  await loud.getByRole('button', { name: 'I am going' }).click()
  await quiet.context().close()
  await loud.context().close()
})

test('a board that was left shows initials, and the PIN brings the names back', async () => {
  const page = await hub.signedIn('Abe Away', 'reception')
  await page.clock.install()
  await page.reload()
  await page.getByText('Live', { exact: true }).waitFor()
  await page.getByLabel('Find by name').fill('rosa')
  await hub.tell('advance 5')
  await page.clock.fastForward('05:01')
  await page.getByRole('heading', { name: 'Are you there?' }).waitFor()
  await page.locator('#now').getByText('R. M.').waitFor()
  assert.doesNotMatch(await page.locator('body').innerText(), /Rosa|Made-Up|Urdu/)
  assert.equal(await page.locator('#find-name').inputValue(), '')
  await isAccessible(page, 'board, nobody there')
  await picture(page, 'board-away')
  await page.getByLabel('Your PIN').fill('000001')
  await page.getByRole('button', { name: 'Show the names' }).click()
  await page.getByText('The PIN is not right.').waitFor()
  await isAccessible(page, 'board, wrong PIN')
  await page.getByLabel('Your PIN').fill(pin)
  await page.getByRole('button', { name: 'Show the names' }).click()
  await page.getByRole('link', { name: 'Rosa Made-Up' }).waitFor()
  await page.context().close()
})

test('a board that was left hides its names even while the hub does not answer', async () => {
  const page = await hub.signedIn('Otto Out', 'reception')
  await page.clock.install()
  await page.reload()
  await page.getByText('Live', { exact: true }).waitFor()
  await page.route('**/board/part*', (route) => route.abort())
  await page.clock.fastForward('05:01')
  await page.getByRole('heading', { name: 'Are you there?' }).waitFor()
  await page.getByRole('link', { name: 'Rosa Made-Up' }).waitFor({ state: 'hidden' })
  await page.unroute('**/board/part*')
  await page.getByLabel('Your PIN').fill(pin)
  await page.getByRole('button', { name: 'Show the names' }).click()
  await page.getByRole('link', { name: 'Rosa Made-Up' }).waitFor()
  await page.context().close()
})

test('a touch at the page keeps the names, though nothing is asked of the hub', async () => {
  const page = await hub.signedIn('Tom Touch', 'reception')
  await page.clock.install()
  await page.reload()
  await page.getByText('Live', { exact: true }).waitFor()
  for (let minutes = 0; minutes < 6; minutes += 2) {
    await hub.tell('advance 2')
    await page.clock.fastForward('02:00')
    const told = page.waitForResponse((answer) => answer.url().endsWith('/still-here'))
    await page.mouse.move(10 + minutes, 10)
    assert.equal((await told).status(), 204)
  }
  await hub.tell('call ur')
  await page.getByRole('heading', { name: 'Someone waits at front-door' }).first().waitFor({ timeout: soonerThanTheTick })
  await page.getByRole('link', { name: 'Rosa Made-Up' }).waitFor()
  await page.context().close()
})

test('a form that was left is hidden, and is as it was after the PIN', async () => {
  const page = await hub.signedIn('Fran Form', 'reception')
  await page.clock.install()
  await page.goto(`/appointments/${rosa}`)
  await page.getByLabel('How do you know?').fill('came to the desk')
  await hub.tell('advance 5')
  await page.clock.fastForward('05:01')
  await page.getByRole('heading', { name: 'Are you there?' }).waitFor()
  assert.equal(await page.locator('#page').isVisible(), false)
  await isAccessible(page, 'a form, nobody there')
  await picture(page, 'form-away')
  await page.getByLabel('Your PIN').fill(pin)
  await page.getByRole('button', { name: 'Show the names' }).click()
  await page.locator('#page').waitFor()
  assert.equal(await page.getByLabel('How do you know?').inputValue(), 'came to the desk')
  await page.context().close()
})

test('without JavaScript a page that was left comes after the PIN', async () => {
  const page = await hub.signedIn('Wim Without', 'reception', { javaScriptEnabled: false })
  await hub.tell('advance 5')
  await page.goto('/board')
  await page.getByText('R. M.').waitFor()
  await isAccessible(page, 'board, nobody there, without JavaScript')
  await page.goto(`/appointments/${rosa}`)
  await page.getByRole('heading', { name: 'Are you there, Wim Without?' }).waitFor()
  await isAccessible(page, 'nobody there')
  await picture(page, 'away')
  await page.getByLabel('Your PIN').fill(pin)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Rosa Made-Up' }).waitFor()
  await page.context().close()
})

for (const javaScriptEnabled of [true, false]) {
  test(`people without an appointment are counted, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const page = await hub.signedIn(`Viv Count${javaScriptEnabled ? '' : ' Plain'}`, 'reception', { javaScriptEnabled })
    await page.getByRole('link', { name: 'Count people without an appointment' }).click()
    await page.getByRole('button', { name: 'Count them' }).click()
    await page.getByRole('alert').waitFor()
    await isAccessible(page, 'visitors, nothing chosen')
    await page.getByLabel('Came along with somebody').check()
    await page.getByLabel('How many?').fill('2')
    await page.getByRole('button', { name: 'Count them' }).click()
    await page.getByText(`Came along with somebody: 2, by Viv Count`).first().waitFor()
    await isAccessible(page, 'visitors')
    await picture(page, `visitors-${javaScriptEnabled}`)
    await page.context().close()
  })
}
