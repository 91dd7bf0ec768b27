import type { food } from '../../products/food.ts';
import type { Remarks } from '../remarks.ts';

export const foodRemarks: Readonly<Record<keyof typeof food, Remarks>> = {
  'sambal-bawang': {
    likes: {
      hot: 'Level 4 is honest. I cried, took more, cried again.',
      bawang: 'You taste the fried shallot, not only fire.',
      surabaya: 'Like the one at the warung near my campus in Surabaya.',
      indomie: 'On instant noodles it is a different meal.',
    },
    niggles: {
      stomach: 'My stomach is slower than my tongue, be careful at night.',
      jarS: 'The jar lid gets oily and hard to open.',
    },
    faults: {
      hot: 'My five-year-old ate it. Level 4 of what?',
      bubbles: 'It was fizzing when I opened it. Into the bin.',
    },
  },
  'chilli-crisp-penang': {
    likes: {
      crackle: 'It really crackles, even on wet porridge.',
      prawn: 'You see whole little prawns in it.',
      spoon: 'I eat it with a spoon, do not tell my doctor.',
      mild: 'Not too hot, the kids take it too.',
    },
    niggles: {
      garlicB: 'Some of the garlic is a bit dark and bitter.',
      heatless: 'For chilli lovers it is too polite.',
    },
    faults: {
      crackle: 'No crisp at all, a wet paste.',
      shell: 'Sharp bits of shell, cut my gum.',
    },
  },
  'laksa-paste': {
    likes: {
      katong: 'Closed my eyes and was in Katong.',
      oilRise: 'Cook it until the oil rises as they say, then it is the real thing.',
      four: 'One packet fed five of us.',
      candlenut: 'Thick and nutty, no flour taste.',
    },
    niggles: {
      evaporated: 'Needs more coconut milk than written.',
      spiceL: 'Quite mild, I add chilli padi.',
    },
    faults: {
      burst: 'One packet had burst and the other smelled of it.',
      sour: 'Tasted sour and the colour was brown.',
    },
  },
  'nam-prik-noom': {
    likes: {
      smoke: 'The smoky taste of roasted chilli, as in Chiang Mai market.',
      crackling: 'With pork crackling I finished the jar in one evening.',
      pumpkin: 'Tried it with pumpkin as they say, so good.',
      medium: 'Medium hot, so you can eat a lot.',
    },
    niggles: {
      shortLife: 'Must eat within a week after opening.',
      watery: 'A little watery at the bottom.',
    },
    faults: {
      warm: 'Came warm after four days in a truck and smelled fermented.',
      fishy: 'More fish sauce than chilli.',
    },
  },
  'bagoong-spicy': {
    likes: {
      mango: 'Green mango, bagoong, TV on, life is good.',
      kare: 'My kare-kare is complete again.',
      pork: 'There is actual pork in it, not just promised.',
      abroad: 'Smuggled two jars to Dubai for my ate, she cried.',
    },
    niggles: {
      smellN: 'Your fridge will know it is there.',
      alat: 'Salty, take small amounts.',
    },
    faults: {
      sand: 'There was sand between my teeth.',
      sugar: 'Sweet like candy, where is the labuyo?',
    },
  },
  'kopi-toraja': {
    likes: {
      date: 'Roasted eight days before it reached me, the date is stamped.',
      sugar: 'Brown sugar and cedar, as written, I did not believe such notes before.',
      v60: 'Lovely in a V60 at 92 degrees.',
      pepper: 'That pepper at the end makes it special.',
    },
    niggles: {
      uneven: 'Some pale beans in between.',
      acid: 'A little low in acidity for my taste.',
    },
    faults: {
      burntC: 'Burnt black and oily, that is not medium.',
      date: 'Roast date five months ago.',
    },
  },
  'teh-tarik-sachets': {
    likes: {
      froth: 'Pulled it between two cups and got froth like at the mamak.',
      lessSweet: 'Less sweet than the others, I can taste tea.',
      strong: 'Strong tea, wakes me before the school run.',
      hotel: 'I carry sachets on every trip, hotel tea is sad.',
    },
    niggles: {
      creamer: 'You taste the creamer a little.',
      weakBig: 'For a big mug you need two.',
    },
    faults: {
      lumps: 'Does not dissolve, lumps swim on top.',
      lessSweet: 'If this is less sweet I am afraid of the normal one.',
    },
  },
  'ca-phe-robusta': {
    likes: {
      thick: 'Thick and chocolaty, exactly what condensed milk needs.',
      wake: 'One glass and I cleaned the whole house.',
      phinG: 'The grind is right for the phin, drips in five minutes.',
      butterC: 'The touch of butter is there, not too much.',
    },
    niggles: {
      strongC: 'Too strong after lunch, I lay awake.',
      dustC: 'Some fine dust at the bottom of the glass.',
    },
    faults: {
      corn: 'There is roasted corn or something in it, it smells like popcorn.',
      thick: 'Flat and bitter, no aroma at all.',
    },
  },
  'butterfly-pea-tea': {
    likes: {
      blue: 'The blue is unreal, my niece thought it was paint.',
      lime: 'A squeeze of lime and it turns purple, best trick at parties.',
      calm: 'A cup before bed, no caffeine, I sleep well.',
      whole: 'Whole flowers, not dust.',
    },
    niggles: {
      taste: 'Tastes of almost nothing, as they say themselves.',
      stain: 'Careful, it stains the cup.',
    },
    faults: {
      blue: 'Grey flowers, grey water.',
      whole: 'Half twigs and leaves.',
    },
  },
  'salabat-ginger': {
    likes: {
      throat: 'My throat was gone from karaoke, two cups and I was back.',
      kick: 'Real kick of ginger, it warms down to the stomach.',
      rain: 'Rainy night, salabat, blanket.',
      muscovado: 'The muscovado gives it depth, not only sugar.',
    },
    niggles: {
      sediment: 'Leaves sediment, stir and drink quickly.',
      sweetG: 'A bit sweet, I mix in fresh ginger.',
    },
    faults: {
      hardG: 'Hard like a rock in the jar, I needed a knife.',
      kick: 'Sugar with a rumour of ginger.',
    },
  },
  'salted-egg-fish-skin': {
    likes: {
      egg: 'Thick with salted egg, you see the yolk on every piece.',
      curryLeaf: 'The curry leaves are crisp too, I fight for them.',
      padi: 'A nice slow burn from the chilli padi.',
      famous: 'Better than the famous brand with the queue.',
    },
    niggles: {
      close: 'The bag closes again, in theory, as the description admits. Ha.',
      rich: 'Rich, after ten pieces I had enough.',
    },
    faults: {
      fishyS: 'Smells like a wet market at closing time.',
      egg: 'Pale skins with hardly any egg on them.',
    },
  },
  'keropok-keping': {
    likes: {
      mountain: 'Ten seconds in the oil and there is a mountain.',
      fish: 'You taste fish, not flour.',
      kampung: 'Like the ones we sun-dry at my kampung in Marang.',
      big: '500 g lasts us two months of rainy evenings.',
    },
    niggles: {
      splash: 'Fry outside if you can, the smell stays.',
      size: 'Pieces are of very different size.',
    },
    faults: {
      mountain: 'They do not puff, hard like tiles.',
      sandK: 'Gritty, there is sand in it.',
    },
  },
  'banana-chips-davao': {
    likes: {
      thin: 'Thin cut, so they break and do not fight back.',
      coconutOil: 'Smells of coconut oil, no chemical banana taste.',
      clipB: 'The clip is useful, I keep it for other bags.',
      glaze: 'Just a little muscovado on them.',
    },
    niggles: {
      pieces: 'Many small broken pieces at the bottom.',
      sweetB: 'One side is sweeter than the other.',
    },
    faults: {
      coconutOil: 'They taste of soap, the oil has turned.',
      thin: 'So hard that I lost a filling.',
    },
  },
  'tempeh-chips': {
    likes: {
      paper: 'Paper-thin, they shatter.',
      limeLeaf: 'The lime leaf makes it fresh.',
      protein: 'My gym snack, 18 grams of protein and it tastes good.',
      boxT: 'The box works, almost nothing was broken.',
    },
    niggles: {
      oilT: 'A little oil at the bottom of the box.',
      spicyT: 'I wish there was a spicy one.',
    },
    faults: {
      bitterT: 'Bitter, as if the tempeh was too old.',
      boxT: 'All dust, the box was squashed flat.',
    },
  },
  'seaweed-crispy': {
    likes: {
      sour: 'Properly sour tom yum, makes your mouth water.',
      light: 'The batter is light, it does not cut the gums.',
      three: 'Three bags, none saw the next morning.',
      beer: 'With a cold beer, perfect.',
    },
    niggles: {
      powder: 'Powder on the keyboard, you are warned.',
      uneven: 'Some pieces have all the powder, others none.',
    },
    faults: {
      light: 'Chewy like an old rope.',
      sour: 'Tastes of the harbour, not of tom yum.',
    },
  },
  'kaya-pandan': {
    likes: {
      green: 'Green from real pandan, you smell it.',
      smooth: 'Smooth, no egg lumps.',
      toast: 'Butter, kaya, toast, soft-boiled eggs, I do not go out for breakfast now.',
      coconutK: 'Rich with coconut milk.',
    },
    niggles: {
      runny: 'A bit runny in our heat, keep it in the fridge.',
      month: 'Does not last a month, but that is our fault.',
    },
    faults: {
      smooth: 'Curdled, like scrambled egg in sugar.',
      green: 'The green comes from a bottle, my tongue was green too.',
    },
  },
  'gula-melaka': {
    likes: {
      smoky: 'Smoky and deep, my sago finally tastes right.',
      softG: 'Soft enough to grate without an axe.',
      bamboo: 'You can still see the bamboo rings on it.',
      ondeh: 'My ondeh-ondeh burst with it as they should.',
    },
    niggles: {
      darker: 'Mine was quite dark, still good.',
      antsG: 'Ants love it, close the tin.',
    },
    faults: {
      white: 'Mixed with white sugar, you see the crystals.',
      wet: 'It was wet and leaking through the paper.',
    },
  },
  'dried-mango-cebu': {
    likes: {
      softM: 'Soft and chewy, not like leather.',
      sourEdge: 'That sour edge is the real carabao mango.',
      half: 'With less sugar you can eat the whole bag.',
      officeM: 'Brought it to the office in Singapore, gone before the meeting.',
    },
    niggles: {
      small: '100 g is three handfuls.',
      sticky: 'Slices stick together.',
    },
    faults: {
      softM: 'Hard like shoe soles.',
      sulphur: 'The sulphur smell is too strong for me.',
    },
  },
  'coconut-candy': {
    likes: {
      rice: 'You eat the rice paper too, my kids love that.',
      durian: 'The durian is gentle in the mouth, as they say.',
      softC: 'Soft, does not pull out the fillings.',
      wrap: 'Each one wrapped, good for the pocket.',
    },
    niggles: {
      smellD: 'My wife made me keep them on the balcony.',
      paperStick: 'In the heat the paper sticks to the candy.',
    },
    faults: {
      softC: 'Hard like stones, an old batch.',
      durian: 'No durian at all, only sugar.',
    },
  },
  'kolo-mee-dried': {
    likes: {
      kuching: 'I am from Kuching and I approve.',
      shallot: 'The shallot oil sachet is generous and smells right.',
      airDried: 'Not fried, so no heavy feeling after.',
      dryBowl: 'Toss it in a dry bowl as they say, big difference.',
    },
    niggles: {
      pork: 'Needs char siew to be complete, of course.',
      fourMin: 'Four minutes is too long, three for me.',
    },
    faults: {
      shallot: 'The oil sachet smelled old.',
      clump: 'Cooks into one clump however you stir.',
    },
  },
  'pho-instant': {
    likes: {
      broth: 'The broth smells of star anise and bones, not of powder.',
      chilli: 'The lime chilli sauce is real.',
      basil: 'With fresh basil you could fool my mother. Almost.',
      flat: 'Flat noodles that stay flat and silky.',
    },
    niggles: {
      beef: 'The beef is three tiny cubes.',
      plastic: 'A lot of plastic for one bowl.',
    },
    faults: {
      lidP: 'The bowls were cracked, boiling water ran over my hand.',
      broth: 'Tastes like any cheap cup noodle.',
    },
  },
};
