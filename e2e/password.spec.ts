import { expect } from "@playwright/test";
import { serverForThisFile } from "./fixtures.ts";
import { expectTogether } from "./lib/expect-together.ts";
import { joinFromPreview } from "./lib/join-from-preview.ts";
import { setPassword } from "./lib/set-password.ts";
import { test } from "./lib/test.ts";

const server = serverForThisFile();

const right = "open sesame";
const hint = "What Ali Baba said";

test("a room with a password asks for it, says what is wrong, and lets in who knows it", async ({
  people,
  request,
}) => {
  const room = `${server.url}/room/treasure`;
  const ann = await people.join(room, "Ann");
  await setPassword(ann, right, hint);
  expect(await (await request.get(`${room}/meta`)).json()).toMatchObject({ passwordEnabled: true, passwordHint: hint });

  const ben = await people.invite("Ben");
  await ben.page.goto(room);
  await expect(ben.page.getByText("Protected by a password")).toBeVisible();
  await expect(ben.page.getByText(`Hint: ${hint}`)).toBeVisible();
  const join = ben.page.getByRole("button", { name: "Join now" });
  await ben.page.getByLabel("Your name").fill("Ben");
  await expect(join).toBeDisabled();

  await ben.page.getByLabel("Password", { exact: true }).fill("open barley");
  await join.click();
  await expect(ben.page.getByRole("alert")).toHaveText("That password isn’t right. Check it and try again.");
  await expect(ben.page.getByText(`Hint: ${hint}`)).toBeVisible();

  await joinFromPreview(ben, right);
  await expectTogether(ann, ben);
});

test("after wrong guesses there is a wait, counted down, and then the right password works", async ({ people }) => {
  const room = `${server.url}/room/guarded`;
  const ann = await people.join(room, "Ann");
  await setPassword(ann, right, hint);

  const ben = await people.invite("Ben");
  await ben.page.goto(room);
  await ben.page.getByLabel("Your name").fill("Ben");
  const password = ben.page.getByLabel("Password", { exact: true });
  const join = ben.page.getByRole("button", { name: "Join now" });
  const refusal = ben.page.getByRole("alert");
  const countdown = ben.page.getByRole("timer");
  await expect(async () => {
    await password.fill("guess");
    await join.click();
    await expect(ben.page.getByRole("button", { name: "Joining…" })).toBeHidden();
    await expect(refusal.or(countdown)).toBeVisible();
    await expect(countdown).toHaveText(/^Too many tries\. You can try again in \d+ s\.$/, { timeout: 1 });
  }).toPass();
  await expect(password).toBeDisabled();
  await expect(join).toBeDisabled();

  await expect(countdown).toBeHidden();
  await joinFromPreview(ben, right);
  await expectTogether(ann, ben);
});
