import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { comeOnline } from "./lib/come-online.ts";
import { expectTogether } from "./lib/expect-together.ts";
import type { People } from "./lib/people.ts";
import { expectInLobby, incomingCall, outcome, react, recentCalls, ring } from "./lib/ringing.ts";
import { test } from "./lib/test.ts";
import { ownTile, tileOf, tiles } from "./lib/tiles.ts";
import { watchComplaints } from "./lib/watch-complaints.ts";

const server = serverForThisFile();

// Each test has people of its own: whose pages are closed is kept online for ten seconds, and the name with them.

/** Everyone of these names, online. */
async function online(people: People, ...names: string[]) {
  const here = [];
  for (const name of names) {
    const person = await people.invite(name);
    await comeOnline(person, server.url);
    here.push(person);
  }
  return here;
}

/** Two of these names, online. */
async function pair(people: People, first: string, second: string) {
  const [one, other] = await online(people, first, second);
  if (!one || !other) throw new Error("Nobody came.");
  return [one, other] as const;
}

test("ring, answer, see and hear each other, hang up, and call again from the list of recent calls", async ({
  people,
}) => {
  const [ann, ben] = await pair(people, "Ann", "Ben");
  const complaints = [watchComplaints(ann.page), watchComplaints(ben.page)];
  await ring(ann, ben);
  await expect(ann.page.getByRole("dialog")).toContainText("Ringing…");
  await expect(incomingCall(ben, ann)).toContainText("Video call");
  await expect(ben.page.locator(":focus")).toHaveText("Answer with video");
  await expect.poll(() => ben.page.title()).toBe("Ann is calling…");
  await react(ben, ann, "Answer with video");
  await expectTogether(ann, ben);
  await expect(ann.page).toHaveTitle("Talking to Ben");
  for (const clutter of ["Copy link", "People", "Copy invitation link"]) {
    await expect(ann.page.getByRole("button", { name: clutter })).toHaveCount(0);
  }

  await ben.page.getByRole("button", { name: "Leave call" }).click();
  for (const [person, other] of [
    [ann, ben],
    [ben, ann],
  ] as const) {
    await expectInLobby(person);
    await expect(outcome(person)).toContainText(`Your call with ${other.name} has ended after`);
    await expect(recentCalls(person)).toHaveText(new RegExp(`^${other.name}\\d:\\d\\d`));
  }
  expect(await ann.page.evaluate(() => localStorage.getItem("chamcall.recent"))).toBeNull();

  await recentCalls(ben).getByRole("button", { name: "Call Ann with video" }).click();
  await react(ann, ben, "Answer with video");
  await expectTogether(ann, ben);
  await ben.page.getByRole("button", { name: "Leave call" }).click();
  await expect(recentCalls(ben)).toHaveCount(2);
  await recentCalls(ben).first().getByRole("button", { name: "Remove" }).click();
  await expect(recentCalls(ben)).toHaveCount(1);
  expect(complaints).toEqual([[], []]);
});

test("who is called without video isn't seen, and who answers without video isn't either", async ({ people }) => {
  const [cara, dan] = await pair(people, "Cara", "Dan");
  await ring(cara, dan, "without");
  await expect(incomingCall(dan, cara)).toContainText("Voice call");
  await react(dan, cara, "Answer");
  await expect(tiles(cara)).toHaveCount(2);
  for (const person of [cara, dan]) await expect(ownTile(person)).toHaveAttribute("data-camera", "off");
  await expect(tileOf(cara, dan)).toHaveAttribute("data-mic", "on");
  await cara.page.getByRole("button", { name: "Leave call" }).click();
  await expectInLobby(dan);

  await ring(dan, cara);
  await react(cara, dan, "Answer without video");
  await expect(tileOf(cara, dan)).toHaveAttribute("data-camera", "on");
  await expect(tileOf(dan, cara)).toHaveAttribute("data-camera", "off");
  await expect(tileOf(dan, cara)).toHaveAttribute("data-mic", "on");
});

test("a declined call says so and can be made again", async ({ people }) => {
  const [ella, finn] = await pair(people, "Ella", "Finn");
  await ring(ella, finn);
  await react(finn, ella, "Decline");
  await expectInLobby(finn);
  await expect(outcome(finn)).toBeHidden();
  await expect(outcome(ella)).toContainText("Finn declined the call.");
  await expect(recentCalls(ella)).toContainText("Declined");
  await outcome(ella).getByRole("button", { name: "Call again" }).click();
  await expect(incomingCall(finn, ella)).toBeVisible();
});

test("a cancelled call is a missed one", async ({ people }) => {
  const [gina, hal] = await pair(people, "Gina", "Hal");
  await ring(gina, hal);
  await expect(incomingCall(hal, gina)).toBeVisible();
  await gina.page.getByRole("button", { name: "Cancel call" }).click();
  await expectInLobby(gina);
  await expect(outcome(hal)).toContainText("You missed a call from Gina.");
  await expect(recentCalls(hal)).toContainText("Missed");
  await expect(recentCalls(gina)).toContainText("Cancelled");
  await outcome(hal).getByRole("button", { name: "Dismiss" }).click();
  await expect(outcome(hal)).toBeHidden();
});

test("who is in a call is busy, for those who see it and those who ring all the same", async ({ people }) => {
  const [ivy, jack] = await pair(people, "Ivy", "Jack");
  await ring(ivy, jack, "without");
  await react(jack, ivy, "Answer");
  await expect(tiles(ivy)).toHaveCount(2);
  const [cai] = await online(people, "Cai");
  if (!cai) throw new Error("Nobody came.");
  await expect(cai.page.getByTestId("online-person").filter({ hasText: "Jack" })).toContainText("In a call");
  await ring(cai, jack);
  await expect(outcome(cai)).toContainText("Jack is in another call.");
  await expect(recentCalls(cai)).toContainText("Busy");
  await expect(tiles(ivy), "nothing happens to the others").toHaveCount(2);

  await ivy.page.getByRole("button", { name: "Leave call" }).click();
  await expect(cai.page.getByTestId("online-person").filter({ hasText: "Jack" })).toContainText("Available");
});

test("a second tab takes over with the call that rings; the first can have it back", async ({ people }) => {
  const [lena, max] = await pair(people, "Lena", "Max");
  await ring(lena, max);
  await expect(incomingCall(max, lena)).toBeVisible();
  const elsewhere = max.page.getByRole("heading", { name: "ChamCall is open in another tab" });

  const second = { ...max, page: await max.context.newPage() };
  await second.page.goto(`${server.url}/people`);
  await expect(elsewhere).toBeVisible();
  await expect(incomingCall(second, lena)).toBeVisible();
  await react(second, lena, "Answer with video");
  await expectTogether(lena, second);
  await second.page.getByRole("button", { name: "Turn microphone off" }).click();
  await expect(tileOf(lena, max)).toHaveAttribute("data-mic", "off");

  await max.page.bringToFront();
  await max.page.getByRole("button", { name: "Use here" }).click();
  await expect(tiles(max)).toHaveCount(2);
  await expect(ownTile(max), "who is muted stays so").toHaveAttribute("data-mic", "off");
  await max.page.getByRole("button", { name: "Turn microphone on" }).click();
  await expectTogether(lena, max);
  await expect(second.page.getByRole("heading", { name: "ChamCall is open in another tab" })).toBeVisible();
  await lena.page.getByRole("button", { name: "Leave call" }).click();
  await expectInLobby(max);
});

test("a reload leads straight back into the call, muted as before", async ({ people }) => {
  const [nora, omar] = await pair(people, "Nora", "Omar");
  await ring(nora, omar);
  await react(omar, nora, "Answer with video");
  await expectTogether(nora, omar);
  await omar.page.getByRole("button", { name: "Turn microphone off" }).click();
  await expect(tileOf(nora, omar)).toHaveAttribute("data-mic", "off");
  await omar.page.reload();
  await expect(tiles(omar)).toHaveCount(2);
  await expect(ownTile(omar)).toHaveAttribute("data-mic", "off");
  await expect(ownTile(omar)).toHaveAttribute("data-camera", "on");
  await omar.page.getByRole("button", { name: "Turn microphone on" }).click();
  await expectTogether(nora, omar);
  await nora.page.getByRole("button", { name: "Leave call" }).click();
  await expectInLobby(omar);
  await expect(recentCalls(omar)).toHaveText(/^Nora\d:\d\d/);
});

test("whoever closes the page is gone", async ({ people }) => {
  const [pia, quin] = await pair(people, "Pia", "Quin");
  await ring(pia, quin);
  await react(quin, pia, "Answer with video");
  await expectTogether(pia, quin);
  await quin.page.close();
  await expect(outcome(pia)).toContainText("The connection to Quin was lost.", { timeout: 25_000 });
});

test("a name is checked, kept, given back on signing out, and nobody else's while it is in use", async ({ people }) => {
  const [rosa, sam] = [await people.invite("Rosa"), await people.invite("Sam")];
  await rosa.page.goto(`${server.url}/people`);
  const name = rosa.page.getByLabel("Your name");
  const problem = rosa.page.getByRole("alert");
  await rosa.page.getByRole("button", { name: "Come online" }).click();
  await expect(problem).toHaveText("Type the name that others should call you by.");
  await name.fill("Rosa Lee");
  await expect(problem).toContainText("A name has no spaces.");
  await name.fill("Zoë");
  await expect(problem).toContainText("“ë” can’t be in a name.");
  await expect(name, "never rewritten").toHaveValue("Zoë");
  await comeOnline(rosa, server.url);

  await sam.page.goto(`${server.url}/people`);
  await sam.page.getByLabel("Your name").fill("Rosa");
  await sam.page.getByRole("button", { name: "Come online" }).click();
  await expect(sam.page.getByRole("alert")).toContainText("Someone else is online as Rosa.");

  await rosa.page.reload();
  await expect(rosa.page.getByRole("region", { name: "You", exact: true })).toContainText("Online");
  await rosa.page.getByRole("button", { name: "Your name and status" }).click();
  await rosa.page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(rosa.page.getByLabel("Your name")).toHaveValue("");
  await sam.page.getByRole("button", { name: "Come online" }).click();
  await expect(sam.page.getByRole("region", { name: "You", exact: true })).toContainText("Online");
});
