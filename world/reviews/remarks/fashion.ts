import type { fashion } from '../../products/fashion.ts';
import type { Remarks } from '../remarks.ts';

export const fashionRemarks: Readonly<Record<keyof typeof fashion, Remarks>> = {
  'batik-shirt-pekalongan': {
    likes: {
      match: 'The pattern is matched across the pocket, that is how you know somebody cared.',
      friday: 'Batik Friday at the office and three people asked for the link.',
      stamp: 'You can see it is stamped by hand, the lines are alive.',
      buttonsB: 'Coconut buttons, small thing but so nice.',
    },
    niggles: {
      slim: 'Slim cut, take one size up if you like rice.',
      indigo: 'The indigo runs the first time, they do warn you.',
    },
    faults: {
      stamp: 'This is machine print, the back of the cloth is white.',
      collarB: 'The collar lost its shape in one wash.',
    },
  },
  'linen-shirt-resort': {
    likes: {
      wedding: 'Wore it to a beach wedding in Hua Hin, looked good in all photos.',
      wind: 'The wind goes through it, perfect for April.',
      tabs: 'The sleeve tabs hold, no rolling again all day.',
      noShrink: 'Really did not shrink, I measured before and after.',
    },
    niggles: {
      linenCrease: 'It is linen, after one taxi ride it looks slept in.',
      sleeve: 'Sleeves are short for arms like mine.',
    },
    faults: {
      notLinen: 'No linen in this, it feels like a plastic bag in the sun.',
      buttonL: 'Three buttons fell off on the first evening.',
    },
  },
  'baju-kurung-modern': {
    likes: {
      raya: 'Wore it for Raya and for three kenduri, no ironing in between.',
      nursing: 'The nursing zip is hidden so well that my own sister did not see it.',
      pocketK: 'Pockets! In a baju kurung! Finally.',
      chart: 'Followed the size chart and it fits on the first try, 3XL too.',
    },
    niggles: {
      skirtLong: 'The kain is long for me at 152 cm, needed a hem.',
      zipK: 'The skirt zip catches the lining if you hurry.',
    },
    faults: {
      colourK: 'Ordered dusty pink, got something like cooked prawn.',
      liningK: 'The lining tore at the slit while I was getting into the car.',
    },
  },
  'polo-dri': {
    likes: {
      dry: 'Soaked at the bus stop, dry by the time I reached the office.',
      collarP: 'The collar does not curl up like bacon.',
      cycling: 'No chafing under the backpack on my ride to work.',
      smellP: 'Does not smell after a whole day, others do.',
    },
    niggles: {
      shiny: 'A little shiny for the office.',
      cutP: 'Boxy at the waist.',
    },
    faults: {
      snag: 'Snags on everything, the front is full of pulled threads.',
      smellP: 'Keeps the sweat smell even after washing.',
    },
  },
  'barong-tee': {
    likes: {
      homesick: 'Wore it to a potluck abroad and every Pinoy said hello.',
      heavyTee: 'Thick cotton, not the kind you see the belly through.',
      detail: 'The embroidery print is so fine that people touch it.',
      shape: 'Collar still tight after {time}.',
    },
    niggles: {
      warmTee: 'Heavy cotton is warm outside of air-con.',
      unisex: 'Unisex is big for petite girls, get one size down.',
    },
    faults: {
      crackPrint: 'The print cracked after two washes.',
      offCentre: 'The barong is printed off-centre, looks drunk.',
    },
  },
  'fisherman-pants': {
    likes: {
      oneSize: 'One size and it is true: me and my wife share them.',
      yoga: 'Best thing for yoga and for rice buffets.',
      pockets: 'Pockets deep enough for a big phone.',
      dyeF: 'The dyed blue is uneven in a beautiful way.',
    },
    niggles: {
      tie: 'It took me three days to learn the tie without showing everything.',
      rinse: 'Rinse before wearing, a bit of blue on my legs.',
    },
    faults: {
      thinF: 'So thin in the seat that I cannot go out with them.',
      tie: 'The tie string came off when I pulled.',
    },
  },
  'sarong-pelikat': {
    likes: {
      softer: 'Gets softer each wash, already like the ones of my atuk.',
      sleep: 'I sleep in it, pray in it, and answer the postman in it.',
      wide: 'Wide enough for my belly, which not all are.',
      colourS: 'Moss green is the same after {time}.',
    },
    niggles: {
      starch: 'Stiff with starch at first, soak it overnight.',
      checks: 'The checks do not quite meet at the seam.',
    },
    faults: {
      softer: 'Coarse like a flour bag. Fine combed cotton, it says.',
      wide: 'Ten centimetres shorter than written.',
    },
  },
  'chino-stretch': {
    likes: {
      zipPocket: 'The hidden zip pocket saved my phone in a packed train.',
      length: 'Right length without a tailor, first time in my life.',
      heatC: 'Office trousers that I can walk to the hawker centre in at noon.',
      stretch: 'I can squat to tie my shoes.',
    },
    niggles: {
      pale: 'The beige is quite pale, careful with curry.',
      lint: 'Navy attracts lint.',
    },
    faults: {
      button: "The waist button flew off at a client's place.",
      knees: 'Bagged out at the knees in one day and never went back.',
    },
  },
  'skirt-midi-pleated': {
    likes: {
      pleats: 'The pleats came out of the machine as they went in.',
      tall: 'On my 158 cm it falls exactly to mid-calf.',
      swing: 'It swings so nicely when I walk.',
      elastic: 'The elastic is only at the back, so from the front it is smooth.',
    },
    niggles: {
      static: 'A bit static in air-con rooms.',
      noPocket: 'No pockets, why.',
    },
    faults: {
      pleats: 'After one wash there were no pleats, just a curtain.',
      lining: 'The lining is shorter on one side.',
    },
  },
  'sandals-tsinelas': {
    likes: {
      abaca: 'The abaca weave is so neat, Liliw still has it.',
      tiles: 'No squeak on tiles, my sleeping husband approves.',
      cork: 'The cork takes the shape of your foot in a week.',
      pasalubong: 'Bought four pairs as pasalubong, everyone happy.',
    },
    niggles: {
      wet: 'Not for wet floors, the abaca drinks water.',
      upSize: 'Follow the advice, one size up.',
    },
    faults: {
      abaca: 'The weave came undone at the big toe after {soon}.',
      upSize: 'Seven and a half is printed on it, it is a six at best.',
    },
  },
  'sneakers-canvas': {
    likes: {
      olive: 'The olive goes with everything I own.',
      insole: 'The insole comes out, so washing is easy.',
      half: 'Half sizes! 37.5 fits like nothing else.',
      rubber: 'The rubber is thick and still white after {time}.',
    },
    niggles: {
      laces: 'Laces are too long.',
      stiffC: 'Stiff canvas at first, thick socks help.',
    },
    faults: {
      rubber: 'The white rubber turned yellow in {soon}.',
      eyelet: 'An eyelet tore out of the canvas.',
    },
  },
  'sandals-hiking': {
    likes: {
      roots: 'Wet roots on the MacRitchie trail, not one slip.',
      river: 'Through three rivers in Endau and dry again by lunch.',
      toe: 'The toe guard saved my nail on a rock.',
      straps: 'Three straps mean they fit my high instep.',
    },
    niggles: {
      sand: 'Sand gets under the foot and stays there.',
      tan: 'You will get a funny tan.',
    },
    faults: {
      velcro: 'The velcro does not hold once there is mud on it.',
      straps: 'The strap pulled out of the sole in the middle of a hike.',
    },
  },
  'school-shoes-black': {
    likes: {
      term: 'Survived a whole term of football at recess.',
      velcro: 'He can do the velcro himself, mornings are faster.',
      rule: 'All black as the school wants, even the sole.',
      insoleW: 'The insole washes and dries overnight.',
    },
    niggles: {
      fade: 'Black turns greyish after some washes.',
      narrowC: 'A bit narrow for chubby feet.',
    },
    faults: {
      term: 'Hole at the toe after {soon}, reinforced or not.',
      pain: 'My daughter limped home, the heel edge is hard as wood.',
    },
  },
  'tote-mengkuang': {
    likes: {
      market: 'Six kilos of vegetables and the handles did not complain.',
      plait: 'The plaiting is tight and even, real Terengganu work.',
      zipM: 'The zip pocket is big enough for phone and purse.',
      scent: 'Smells a little of pandan when new, I love that.',
    },
    niggles: {
      rain: 'You have to protect it from rain, I carry a plastic bag for my bag.',
      scratchy: 'Scratchy on a thin blouse at first.',
    },
    faults: {
      mouldM: 'White mould after {soon} in a normal cupboard.',
      market: 'The leather handle was only glued, not sewn.',
    },
  },
  'backpack-commuter': {
    likes: {
      ezlink: 'The EZ-Link pocket in the strap is brilliant, tap and go.',
      flatOpen: 'Opens flat like a suitcase, packing for Batam takes five minutes.',
      rainBp: 'Thunderstorm at Bishan, laptop dry.',
      back: 'My shirt is less wet at the back than with the old one.',
    },
    niggles: {
      bottle: 'A big water bottle does not fit the side pocket.',
      stiffBp: 'Stands up by itself, but is stiff the first week.',
    },
    faults: {
      zipBp: 'The main zip burst on the train, with everything in it.',
      rainBp: 'Water came in through the bottom seam and got the charger.',
    },
  },
  'sling-anti-theft': {
    likes: {
      snatch: 'Somebody pulled at it in District 1 and gave up.',
      hiddenZip: 'With the zip at my back I feel safe in the night market.',
      room: 'Passport, phone, bottle, all in.',
      flatSl: 'Sits flat under the rain jacket.',
    },
    niggles: {
      buckle: 'The buckle takes two hands.',
      hot: 'Warm at the chest in summer.',
    },
    faults: {
      snatch: 'The slash-proof strap was cut by my kitchen scissors in a second. I tested.',
      buckleBroke: 'The buckle cracked after {soon}.',
    },
  },
  'bayong-mini': {
    likes: {
      number: "Mine is number 212 and there is the weaver's name inside.",
      inabel: 'The inabel lining is prettier than the outside, I almost wear it inside out.',
      brunch: 'Goes with jeans and with Filipiniana.',
      string: 'The drawstring closes all the way, nothing falls out in the jeep.',
    },
    niggles: {
      phone: 'My big phone just fits.',
      shoulder: 'The strap cannot be adjusted.',
    },
    faults: {
      splinter: 'Splinters in the palm, it ruined my knit top.',
      torn: 'The strap tore from the buri the first time I carried water.',
    },
  },
  'poncho-motor': {
    likes: {
      two: 'Both of us dry from Depok to Kuningan, that is a miracle.',
      window: 'The window for the headlight is in the right place on my Beat.',
      reflective: 'Cars keep more distance in the dark with those stripes.',
      seamsP: 'The seams are welded, not stitched, no drops come in.',
    },
    niggles: {
      flutter: 'Flutters like a flag above 60.',
      hood: 'The second hood is small for a helmet.',
    },
    faults: {
      seamsP: 'Tore at the neck the second time I put it on.',
      thinP: 'Thin like a shopping bag, nothing like 0.18.',
    },
  },
  'umbrella-uv': {
    likes: {
      flip: 'Wind turned it inside out at Shenton Way and one press put it right.',
      oneHand: 'Opens and closes with one hand while I hold the coffee.',
      shade: 'Under it the noon sun feels five degrees less.',
      lightU: 'So light that it lives in my handbag.',
    },
    niggles: {
      small: 'Not big enough for two.',
      push: 'Pushing it back together takes some strength.',
    },
    faults: {
      flip: 'A rib snapped in an ordinary breeze.',
      oneHand: 'The button jammed open, I carried it into the bus like that.',
    },
  },
  'sun-hat-foldable': {
    likes: {
      brim: 'The brim shades my neck too, no more burn.',
      ponytail: 'The gap for a ponytail, finally someone thought of us.',
      cord: 'With the cord it stays on at fifty on the motorbike.',
      roll: 'Rolled up in my bag for {time}, unrolls without a crease.',
    },
    niggles: {
      wire: 'The wire in the brim bends to a funny shape if you sit on it.',
      head: 'Small for big heads.',
    },
    faults: {
      fadeH: 'Faded in patches after {soon} in the sun. It is a sun hat.',
      wireOut: 'The wire poked out of the seam and scratched my ear.',
    },
  },
  'jacket-sun': {
    likes: {
      face: 'The flap covers the face and the glasses do not fog.',
      cool: 'Cooler with it on than with bare arms.',
      hands: 'Sleeves over the hands, my driving tan is gone.',
      ventA: 'The vents under the arms really do something.',
    },
    niggles: {
      colourJ: 'Light colours show dust after one ride.',
      hoodHelm: 'The hood is tight under a big helmet.',
    },
    faults: {
      zipJ: 'The zip came off its track after {soon}.',
      cool: 'I got sunburnt through it, UPF on paper only.',
    },
  },
};
