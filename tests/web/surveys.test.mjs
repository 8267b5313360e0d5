// Surveys and ratings at the desk, then and now, consent, and what managers read of it, in Chromium.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { Hub } from './hub.mjs'
import { complaints, isAccessible, picture, pictures } from './look.mjs'

const ada = '7a0c2a1e-0000-4000-8000-000000000001'
const rosa = '7a0c2a1e-0000-4000-8000-000000000002'
const omar = '7a0c2a1e-0000-4000-8000-000000000003'
let hub

before(async () => {
  mkdirSync(pictures, { recursive: true })
  hub = await Hub.start()
})
after(async () => { await hub?.stop() })

const heading = (page, name) => page.getByRole('heading', { name }).waitFor()

const complete = async (page, appointment) => {
  await page.goto(`/appointments/${appointment}/person`)
  await page.getByLabel('How do you know?').fill('the caseworker says so')
  await page.getByRole('button', { name: 'It is completed' }).click()
  await page.getByRole('link', { name: /Enter the answers.*Exit survey/ }).waitFor()
}

// The choice of a question, by its words.
const choose = (page, question, choice) =>
  page.getByRole('group', { name: question }).getByLabel(choice, { exact: true }).check()

test('the exit survey from paper: what is wrong beside its field, then saved, with a call for somebody', async () => {
  const page = await hub.signedIn('Pia Paper', 'reception')
  const complained = complaints(page)
  await complete(page, omar)
  await page.getByRole('link', { name: /Enter the answers.*Exit survey/ }).click()
  await heading(page, 'Exit survey')
  await page.getByText('We keep the answers without your name. Managers see them.').waitFor()
  await isAccessible(page, 'exit survey')
  await picture(page, 'survey')
  assert.deepEqual(complained, [])
  await choose(page, 'How easy was it to get the support you needed?', 'Very hard')
  await page.getByLabel('Would you like to say more?').fill('x'.repeat(281))
  await page.getByRole('button', { name: 'Save the answers' }).click()
  await page.getByText('Choose how the person answered.').first().waitFor()
  await page.getByText('Shorten the comment to 280 letters.').waitFor()
  assert.equal(await page.getByLabel('Very hard').isChecked(), true, 'what was chosen stands there still')
  await isAccessible(page, 'exit survey, wrong')
  await picture(page, 'survey-wrong')
  await choose(page, 'How did the person answer?', 'On paper')
  await choose(page, 'Did things get better for you?', 'Not for me')
  await choose(page, 'Did we treat you with respect?', 'No answer')
  await page.getByLabel('Would you like to say more?').fill('<script>document.title = "taken"</script>')
  await choose(page, 'Would you like someone to talk to you about this?', 'Yes, please')
  await page.getByRole('button', { name: 'Save the answers' }).click()
  await heading(page, 'The answers are saved')
  await page.getByText('999').waitFor()
  await isAccessible(page, 'answers saved')
  await picture(page, 'survey-saved')
  await page.goto('/board')
  await heading(page, 'Someone waits at the desk')
  await page.context().close()
})

test('who would like to talk is followed up, without JavaScript', async () => {
  const page = await hub.signedIn('Fay Follow', 'reception', { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'Surveys' }).click()
  await heading(page, 'Surveys and ratings')
  await page.getByText('Open', { exact: true }).waitFor()
  await page.getByRole('link', { name: /Rating at the end.*of Omar/ }).waitFor()
  assert.equal(await page.getByRole('heading', { name: 'How many answer' }).count(), 0, 'figures are not for the desk')
  await isAccessible(page, 'surveys at the desk')
  await picture(page, 'surveys-desk')
  await page.getByRole('button', { name: 'Passed on' }).click()
  await page.getByText('Passed on: Fay Follow').waitFor()
  assert.equal(await page.getByText('Open', { exact: true }).count(), 0)
  await page.context().close()
})

test('the rating at the end, without JavaScript, and then and now', async () => {
  const page = await hub.signedIn('Rae Rating', 'caseworker', { javaScriptEnabled: false })
  await hub.tell('rated 2')
  await page.goto(`/appointments/${omar}/person`)
  await page.getByText('At the end: not known.').waitFor()
  await isAccessible(page, 'person, rated at the start')
  await page.getByRole('link', { name: /Enter the answers.*Rating at the end/ }).click()
  await page.getByText('We keep the answers with your name. Your worker sees them.').waitFor()
  await choose(page, 'How did the person answer?', 'They told me')
  const ratings = [['Feelings and mind', '4: good'], ['Body and health', '2: bad'], ['Money and benefits', '5: very good'],
    ['Learning and work', '1: very bad'], ['Caring for yourself', '3: in between']]
  for (const [area, rating] of ratings) await choose(page, area, rating)
  await isAccessible(page, 'rating')
  await picture(page, 'rating')
  await page.getByRole('button', { name: 'Save the answers' }).click()
  await heading(page, 'The answers are saved')
  await page.getByRole('link', { name: 'Back to the person' }).click()
  const row = page.getByRole('row', { name: 'Money and benefits' })
  assert.deepEqual(await row.getByRole('cell').allTextContents(), ['2', '5', '3 up'])
  assert.deepEqual(await page.getByRole('row', { name: 'Caring for yourself' }).getByRole('cell').allTextContents(),
    ['not known', '3', 'not known'])
  await isAccessible(page, 'then and now')
  await picture(page, 'then-and-now')
  await page.context().close()
})

test('consent: not asked, given, withdrawn, and none of it is lost', async () => {
  const page = await hub.signedIn('Connie Sent', 'reception')
  await page.goto(`/appointments/${rosa}/person`)
  await page.getByText('Not asked', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Record what they said' }).click()
  await page.getByText('Choose what the person said.').first().waitFor()
  await isAccessible(page, 'consent, wrong')
  await picture(page, 'consent-wrong')
  await page.getByLabel('The hub may share', { exact: true }).check()
  await page.getByLabel('With whom may the hub share?').fill('the <i>housing</i> team')
  await page.getByLabel('On which day did they say so?').fill('2026-11-20')
  await page.getByRole('button', { name: 'Record what they said' }).click()
  await page.getByText('Given on 20 November 2026: the <i>housing</i> team').waitFor()
  await page.getByLabel('The hub may not share, or no longer').check()
  await page.getByRole('button', { name: 'Record what they said' }).click()
  await page.getByText('Withdrawn on 23 November 2026').waitFor()
  await page.getByText('Connie Sent').first().waitFor()
  await isAccessible(page, 'consent')
  await picture(page, 'consent')
  await page.context().close()
})

test('a manager reads figures and words, and nothing of a small group', async () => {
  await hub.tell('answered 2026-10 7 5 It helped me to be heard.')
  await hub.tell('answered 2026-10 6 2 <script>document.title = "taken"</script>')
  await hub.tell('answered 2026-09 4 1 only four of us')
  await hub.tell('answered 2026-11 9 1 of this month')
  const page = await hub.signedIn('Mina Holt', 'manager')
  await page.getByRole('link', { name: 'Surveys' }).click()
  await heading(page, 'How many answer')
  await isAccessible(page, 'surveys')
  await picture(page, 'surveys')
  await page.getByRole('link', { name: 'What people answered' }).click()
  await page.getByText('13 people answered.').waitFor()
  await page.getByText('<script>document.title = "taken"</script>').first().waitFor()
  assert.match(await page.title(), /^What people answered/, 'a script that somebody wrote is text')
  assert.equal(await page.getByText('only four of us').count(), 0)
  assert.equal(await page.getByText('of this month').count(), 0)
  await isAccessible(page, 'what people answered')
  await picture(page, 'survey-answers')
  await page.context().close()
})

test('somebody says no, and what was answered meanwhile is told', async () => {
  const [first, second] = [await hub.signedIn('Dee Cline', 'reception'), await hub.signedIn('Sid Second', 'reception')]
  await complete(first, ada)
  for (const page of [first, second]) await page.goto(`/appointments/${ada}/survey?kind=exit_survey`)
  await first.getByRole('button', { name: 'They say no, thank you' }).click()
  await first.getByText('offered and declined on 23 November 2026').waitFor()
  await second.getByRole('button', { name: 'Not now: offer it again' }).click()
  await second.getByText('answered or declined meanwhile').waitFor()
  await isAccessible(second, 'declined meanwhile')
  await first.context().close()
  await second.context().close()
})
