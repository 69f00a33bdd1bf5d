import specs from "@asyncapi/specs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";

/**
 * Holds an AsyncAPI 3 document against the specification's schema, its references against itself, and the examples of
 * its messages against their payloads.
 * @param {any} document
 * @returns {string[]} what is wrong with it
 */
export function documentProblems(document) {
  // Draft 07 as the specification uses it has keywords and formats that strict mode takes for mistakes.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  if (!ajv.validate(specs.schemasWithoutId["3.0.0"], document)) {
    return [`not AsyncAPI 3: ${ajv.errorsText(ajv.errors, { dataVar: "#" })}`];
  }

  const lost = danglingReferences(document, document);
  if (lost.length > 0) return lost.map((pointer) => `nothing is at ${pointer}`);

  ajv.addSchema(document, "document:");
  return Object.entries(document.components.messages).flatMap(([key, { examples = [] }]) => {
    const fits = ajv.compile({ $ref: `document:#/components/messages/${key}/payload` });
    if (examples.length === 0) return [`${key} has no example`];
    return examples.flatMap((/** @type {{payload: unknown}} */ { payload }) =>
      fits(payload) ? [] : [`an example of ${key} doesn't fit: ${ajv.errorsText(fits.errors, { dataVar: "payload" })}`],
    );
  });
}

/** @param {unknown} part @param {object} document @returns {string[]} */
function danglingReferences(part, document) {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "$ref" ? (isAt(document, value) ? [] : [value]) : danglingReferences(value, document),
  );
}

/** @param {object} document @param {string} pointer */
function isAt(document, pointer) {
  let at = /** @type {unknown} */ (document);
  for (const step of pointer.split("/").slice(1)) {
    if (typeof at !== "object" || at === null) return false;
    at = Reflect.get(at, step);
  }
  return at !== undefined;
}
