import { isSupported } from "@chamcall/client";
import { UnsupportedScreen } from "../room/ends/unsupported-screen.tsx";
import { Pairing } from "./pairing.tsx";
import "../styles/pair.css";

/** `/pair`: two devices meet by a short code; with a code in the fragment this is the other device. */
export function PairPage() {
  return isSupported() ? <Pairing /> : <UnsupportedScreen />;
}
