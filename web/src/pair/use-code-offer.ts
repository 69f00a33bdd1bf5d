import { useEffect, useState, useSyncExternalStore } from "react";
import { pageAttention } from "./attention.ts";
import { clockOffset } from "./clock-offset.ts";
import { createCodeOffer, type OfferState } from "./code-offer.ts";
import { makeCode } from "./make-code.ts";
import type { PairingApi } from "./pairing-api.ts";

/** A code on offer for as long as the component is there; `another` replaces it. */
export function useCodeOffer(api: PairingApi): { state: OfferState; another: () => void } {
  const [offer] = useState(() => createCodeOffer({ api, clockOffset, attention: pageAttention, makeCode }));
  useEffect(() => {
    offer.start();
    return offer.stop;
  }, [offer]);
  return { state: useSyncExternalStore(offer.subscribe, offer.get), another: offer.start };
}
