/** Words of room names: short, friendly, easy to say on the phone, and safe side by side. */
export const adjectives =
  "amber ample autumn bold brave breezy bright brisk calm candid cedar cheerful clear clever coastal copper coral cosy crisp curious daring dawn deep distant dreamy eager early easy elegant fair fern festive fine fleet floral fond fresh gentle giant glad gleaming golden grand green happy hazel hearty hidden honest humble indigo ivory jade jolly jovial keen kind lavender leafy light little lively lofty lucid lucky lunar maple marble meadow mellow merry mighty mild minty misty modest mossy neat nimble noble northern olive open opal patient pearl placid playful plum polished prime proud quick quiet rapid rosy royal ruby rustic sage scarlet serene shady silent silver simple sincere sleek smooth snowy soft solar spring stellar steady summer sunny swift tender tidy tranquil trusty vivid warm wild windy winter wise witty".split(
    " ",
  );

export const nouns =
  "acorn anchor apple arbor arch aurora badger bamboo bay beacon birch bison bloom breeze bridge brook canyon canvas castle cedar cliff cloud clover comet compass coral cottage cove crane creek dawn delta dolphin dune eagle echo elm ember falcon feather fern field finch fjord forest fountain fox garden glade glacier grove harbor hawk hazel heron hill horizon island ivy jasmine juniper kestrel kite koala lagoon lake lantern lark leaf ledge lily linden lotus lynx magnolia maple marble marsh meadow mesa mill moon mountain oak oasis ocean orchard osprey otter owl palm panda path pebble pine planet plaza pond poplar prairie puffin quartz quill rain raven reef ridge river robin sail sequoia shore sky sparrow spring spruce star stone stream summit sunrise swan tide trail tulip valley violet walnut wave willow wren".split(
    " ",
  );
