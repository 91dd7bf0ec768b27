import type { kitchen } from '../../products/kitchen.ts';
import type { Remarks } from '../remarks.ts';

export const kitchenRemarks: Readonly<Record<keyof typeof kitchen, Remarks>> = {
  'rice-cooker-mini': {
    likes: {
      rice: 'Half a cup of rice comes out fluffy, no burnt bottom, which my big cooker never managed.',
      porridge: 'The porridge setting is spot on for when I am sick and living alone.',
      warm: 'Kept my dinner warm until I came off the late shift at eleven.',
      room: 'Perfect for a rented room, I cook rice and steam an egg in it.',
    },
    niggles: {
      beep: 'It only clicks when done, no beep, so I keep checking.',
      foam: 'Bubbles over if you go past the one-cup line.',
    },
    faults: {
      rice: 'The rice is still hard in the middle, three times in a row.',
      warm: 'Keep-warm turns the rice to cardboard in two hours, not eight.',
    },
  },
  'rice-cooker-family': {
    likes: {
      capacity: 'Ten cups is no exaggeration, it fed the whole kenduri table.',
      fish: 'Steamed a whole siakap on top while the rice cooked below.',
      pot: 'The inner pot is thick like the ones my grandmother had.',
      switch: 'One switch only. My parents love that.',
    },
    niggles: {
      glass: 'The glass lid rattles when it boils, like a small train.',
      smallBatch: 'For two cups it is too big, the rice comes out uneven.',
    },
    faults: {
      lid: 'The glass lid shattered while steaming. Glass in the fish, glass on the floor.',
      trip: 'It trips the whole house every time I press the switch.',
    },
  },
  'kukus-steamer': {
    likes: {
      tiers: 'Siomay on top, pepes below, corn at the bottom, all ready together.',
      refill: 'Being able to add water from outside is worth the price alone.',
      bell: 'The bell is loud enough to hear from the garden.',
      nest: 'The tiers really do nest, so it fits my narrow cupboard.',
    },
    niggles: {
      topTier: 'The top tier needs about ten minutes longer than the lowest.',
      timer: 'The timer knob is stiff and starts only if you turn it past ten first.',
    },
    faults: {
      base: 'Water seeps out of the base onto the socket. Dangerous.',
      tierCrack: 'The second tier cracked along the rim from ordinary steam.',
    },
  },
  'lugaw-slow-cooker': {
    likes: {
      bulalo: 'Bulalo overnight and the marrow just slides out.',
      lugaw: 'Woke up to hot lugaw before church, the kids finished everything.',
      meralco: 'Runs all night and my Meralco bill is the same as last month.',
      crock: 'The crock looks good enough to bring straight to the table.',
    },
    niggles: {
      heavyCrock: 'The stoneware is heavy, my lola needs help to lift it.',
      noTimer: 'Wish it had a timer that switches to warm by itself.',
    },
    faults: {
      crackCrock: 'The crock cracked on the second adobo and the sauce ran all over the counter.',
      bulalo: 'Even on high it never gets past lukewarm, the pork was raw after six hours.',
    },
  },
  'carbon-steel-wok': {
    likes: {
      weiHei: "Finally real wok hei in my own kitchen, my char kway teow smells like the hawker's.",
      season: 'Seasoned it on a Sunday with lard and ginger, now eggs glide like on ice.',
      hammer: 'The hammer marks are real, noodles cling to the sides when you push them up.',
      helper: 'The helper handle makes all the difference when it is full of bee hoon.',
    },
    niggles: {
      round: 'Round bottom, so I had to buy a ring for my hob. It does say so.',
      factory: 'The factory grease took me an hour of scrubbing.',
    },
    faults: {
      handleRivet: 'A rivet popped out in the middle of frying and hot oil went everywhere.',
      thin: 'Mine is nowhere near 1.6 mm, it buckles when I press the rim.',
    },
  },
  'claypot-large': {
    likes: {
      crust: 'The crust at the bottom of the chicken rice is exactly how it should be.',
      cage: 'The wire cage already saved it once when {who} knocked it against the tap.',
      bubbling: 'Lou shu fun still bubbling when it reaches the table.',
      retain: 'Food stays hot for the whole meal.',
    },
    niggles: {
      soak: 'Do not skip the soaking, I saw a hairline on the outside the first day.',
      lidLoose: 'The lid sits a bit loose and steam escapes on one side.',
    },
    faults: {
      leakPot: 'It sweats soup through the bottom and puts out the flame.',
      split: 'Split in two on a low fire, the dinner was on the stove.',
    },
  },
  'kanom-krok-pan': {
    likes: {
      crisp: 'Crisp edge, soft coconut middle, like from the auntie at the market.',
      quail: 'We use it for quail eggs at every weekend breakfast.',
      takoyaki: 'Works for takoyaki too, the cups are deep enough.',
      seasoned: 'The rice bran seasoning is good, the first batch already came out clean.',
    },
    niggles: {
      kilos: 'Three kilos of iron, you do not lift this with one hand.',
      outer: 'The outer cups cook slower on a small burner.',
    },
    faults: {
      chippedRim: 'A piece of the rim had broken off inside the box.',
      seasoned: 'The cups are rough like sandpaper, every cake tore in half.',
    },
  },
  'nonstick-pan-28': {
    likes: {
      light: 'So light that {who} can toss vegetables with it again.',
      induction: 'Works on my induction hob, many pans this cheap do not.',
      crepe: 'Bánh xèo slides out in one piece.',
      cool: 'The handle stays cool even after twenty minutes.',
    },
    niggles: {
      metal: 'Use wooden spoons, a fork left a mark straight away.',
      spray: 'A little oil is still needed, dry eggs do stick at the edge.',
    },
    faults: {
      crepe: 'Coating peeling in the middle after {soon}, and I only ever used silicone.',
      dome: 'The base domed up, so all the oil runs to the edge.',
    },
  },
  'phin-filter': {
    likes: {
      drip: 'Five minutes of slow drip, thick and dark, exactly like in a Saigon alley.',
      press: 'The screw-down press lets me choose how strong, the gravity ones never did.',
      steel: 'Solid steel, not the thin tin that bends.',
      paper: 'No more buying paper filters.',
    },
    niggles: {
      tight: 'Screw it too tight and nothing drips at all, takes a few tries.',
      fine: 'With fine coffee you get some mud at the bottom.',
    },
    faults: {
      press: 'The screw thread was stripped on arrival, the press just spins.',
      drip: 'Holes are so big that the water runs through in twenty seconds.',
    },
  },
  'kopi-sock-set': {
    likes: {
      pull: 'Pulled my first proper kopi-O at home, even my father-in-law nodded.',
      spout: 'The long spout pours without a single drip.',
      socks: 'Two socks means one can dry while the other works.',
      leaflet: 'The little leaflet about gao and poh is actually useful.',
    },
    niggles: {
      sockSmell: 'Boil the sock first or the first few cups taste of cloth.',
      ring: 'The ring is a bit small for my wide mugs.',
    },
    faults: {
      spout: 'The enamel inside the spout was chipped and black bits came out.',
      socks: 'The stitching of the sock gave way and dumped everything into the cup.',
    },
  },
  'cold-brew-jug': {
    likes: {
      overnight: 'Thai tea goes in before bed and is ready and smooth at breakfast.',
      mesh: 'The mesh is so fine that not a grain gets through.',
      fridge: 'Fits in the door of my tiny condo fridge.',
      seal: 'I carried it to the office in my bag, not a drop lost.',
    },
    niggles: {
      glassThin: 'The glass feels thin, I treat it like an egg.',
      funnel: 'You need a funnel to fill the core without a mess.',
    },
    faults: {
      seal: 'The lid does not seal. My whole fridge shelf smelled of coffee.',
      mesh: 'The bottom of the mesh core fell off inside the jug.',
    },
  },
  'electric-kettle-gooseneck': {
    likes: {
      pour: 'The pour is so thin and steady that my V60 finally tastes right.',
      temp: 'Exact temperature, I checked 90 °C with a thermometer and it was 90.',
      hold: 'Holds the heat for the second cup.',
      fast: 'Boils in less than four minutes as promised.',
    },
    niggles: {
      capacityK: '0.8 litre is not enough for tea for the whole family.',
      beepLoud: 'The beep at six in the morning wakes the baby.',
    },
    faults: {
      temp: 'The display shows E2 and that was it, after {soon}.',
      rustK: 'Brown spots on the bottom inside and the water tastes of metal.',
    },
  },
  'tiffin-enamel': {
    likes: {
      peony: 'The peonies are painted properly, you can see the brush strokes.',
      curry: 'Curry below, rice above, nothing mixed on the way to work.',
      clasp: 'The clasp closes with a satisfying click and holds on the bus.',
      reheat: 'I put the tier straight on the office stove, colleagues were jealous.',
    },
    niggles: {
      soup: 'Not for soup. A little sauce came out when I ran for the train.',
      handle: 'The handle digs into the fingers when all three are full.',
    },
    faults: {
      clasp: 'The frame is bent, so the top tier does not sit and the lid falls off.',
      chipEnamel: 'Enamel was already chipped on two tiers, bare metal showing.',
    },
  },
  'rooster-bowls': {
    likes: {
      rooster: 'Every rooster looks a little different, one of ours looks angry, we love him.',
      noodles: 'The right size for boat noodles and for a big bowl of jok.',
      microwave: 'Microwave and dishwasher for {time}, the paint has not faded.',
      foot: 'The thick foot means I can hold it hot.',
    },
    niggles: {
      glaze: 'One bowl has a drop in the glaze, it does not bother me much.',
      sixth: 'Deep enough for noodles but a bit small for tom yum with everything.',
    },
    faults: {
      rooster: 'Ordered six, found four, and one of those without a rooster.',
      microwave: 'The glaze crackled in the first hot soup and now it stains.',
    },
  },
  'rattan-trivet-tray': {
    likes: {
      weave: 'The weave is so tight, I cannot imagine how long it takes by hand.',
      smoky: 'It has this lovely smoky smell that fades after a few days.',
      carries: 'Carries six full glasses and does not bend.',
      stylish: 'Makes even plain water look like a hotel in Lombok.',
    },
    niggles: {
      crumbs: 'Crumbs get into the weave and need a brush.',
      smaller: '38 cm is with the rim, inside it is more like 34.',
    },
    faults: {
      mould: 'Came with white mould underneath, the plastic was sealed while damp.',
      weave: 'The rim started to unravel after {soon}.',
    },
  },
  'steel-tumbler-insulated': {
    likes: {
      ice: 'Ice at seven in the morning, still ice when I get home from Makati.',
      cup: 'Fits the cup holder of my Vios, most big tumblers do not.',
      straw: 'Nice that the straw brush is included.',
      sweat: 'Does not sweat, so no more wet papers on my desk.',
    },
    niggles: {
      tip: 'If it tips over, water comes out around the straw.',
      heavyFull: 'Quite heavy when full, I now carry it with two hands.',
    },
    faults: {
      ice: 'Ice gone in two hours and the outside is dripping wet. There is no vacuum in mine.',
      paint: 'The paint peels off in strips after {soon}.',
    },
  },
  'cleaver-thin': {
    likes: {
      razor: 'It shaved the hair off my arm straight out of the box, not joking.',
      tofu: 'Tofu, ginger, kailan stems, it falls through all of them.',
      balance: 'The balance is right at the pinch, no tired wrist after a whole cabbage.',
      rosewood: 'The rosewood handle is beautifully finished.',
    },
    niggles: {
      bone: 'My husband tried it on a chicken wing and now there is a small nick. Not for bones!',
      stone: 'You need a stone, a pull-through sharpener ruins it.',
    },
    faults: {
      razor: 'Dull as a butter knife, whoever says shave must have another one.',
      tofu: 'The edge chipped on a carrot. A carrot.',
    },
  },
  'mortar-granite': {
    likes: {
      sambal: 'Sambal belacan tastes different when it is pounded, my blender is retired.',
      heavy: 'So heavy that it stays where it is, no cloth needed under it.',
      roughInside: 'The rough inside grips, the chillies do not fly out any more.',
      rempah: 'A rempah for twelve people fits.',
    },
    niggles: {
      dust: 'Took four rounds of raw rice until no grey dust came.',
      courier: 'The poor courier had to carry six kilos to the fourth floor.',
    },
    faults: {
      sand: 'Grey sand in the food even after ten washes. I can feel it between the teeth.',
      splitStone: 'It is not solid granite, a layer split off while pounding.',
    },
  },
  'mandoline-papaya': {
    likes: {
      strands: 'Perfect long strands, my som tam finally looks like som tam.',
      carrot: "Also good for carrots for the kids' lunch boxes.",
      swedish: 'Still sharp after {time} of papaya.',
      cheap: 'For this price I bought two, one for {who}.',
    },
    niggles: {
      cut: 'Took a bit of my thumb along the first time. Go slow.',
      wood: 'The wood gets dark if you leave it wet.',
    },
    faults: {
      swedish: 'The blade slips out of the handle while you pull.',
      strands: 'It squashes the papaya instead of cutting it.',
    },
  },
  'coconut-grater': {
    likes: {
      ginataan: 'Fresh gata for ginataan in minutes, no going to the market.',
      clamp: 'The clamp holds tight on our old narra table without a mark.',
      crank: 'Even my ten-year-old can turn the crank.',
      rosette: 'The rosette reaches everything down to the brown skin.',
    },
    niggles: {
      thick: 'Check your table first, ours was too thick on one side.',
      splatter: 'Bits fly around, put newspaper underneath.',
    },
    faults: {
      clamp: 'The clamp screw bent the first time I tightened it.',
      rosette: 'Stainless daw, but the rosette was orange by the next morning.',
    },
  },
  'kitchen-scale-flat': {
    likes: {
      exact: 'I tested it with coins, exact to the gram.',
      thin: 'So flat that it disappears behind the dish rack.',
      baking: 'My brownies stopped failing since I weigh things.',
      battery: 'Batteries were included and still the same ones after {time}.',
    },
    niggles: {
      off: 'It switches off too quickly when I knead in between.',
      bigBowl: 'With a big bowl you cannot see the display any more.',
    },
    faults: {
      exact: 'The number wanders, 200 g becomes 212 while I watch.',
      glassCrack: 'The glass top cracked under a 2 kg bowl although it says 5 kg.',
    },
  },
};
