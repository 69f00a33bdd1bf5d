/** Three dancing bars beside the name of whoever speaks; still when motion is unwanted. */
export function SpeakingBars() {
  return (
    <span className="cc-speaking-bars" aria-hidden>
      <i />
      <i />
      <i />
    </span>
  );
}
