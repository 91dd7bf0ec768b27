import type { KitchenKind } from '../../products/kitchen.ts';
import type { KindRemarks } from '../remarks.ts';

export const kitchenKinds: Readonly<Record<KitchenKind, KindRemarks>> = {
  cooker: {
    use: 'device',
    likes: {
      washing: ['Cleaning it takes a minute, nothing sticks.', 'Wipes clean even when I forget it overnight.'],
      counter: 'Takes up less of the counter than the old one it replaced.',
      simple: '{who} figured it out without the manual.',
      daily: 'We use it nearly every day now.',
      smell: 'No plastic smell, not even the first time.',
      looks: 'Looks more expensive than it was.',
    },
    niggles: {
      cord: 'The cord could be half a metre longer.',
      manual: 'The manual is in tiny print and not very helpful.',
      lidDrip: 'When you open the lid the water drips onto the counter.',
    },
    faults: {
      dead: ['After {soon} it would not switch on at all.', 'Stopped heating after {soon}, and the fuse is fine.'],
      plug: 'The plug gets hot enough to smell, so I stopped using it.',
      dent: 'Came with a dent in the side and the lid does not close properly.',
      burnt: 'It gave off a burnt smell on the first evening and never lost it.',
    },
  },
  pan: {
    use: 'thing',
    likes: {
      heat: 'Heats evenly right to the edge.',
      solid: ['Feels like something my children will inherit.', 'Made like in the old days.'],
      size: 'Just the right size for the four of us.',
      easy: 'Cooking with it is a pleasure, I make excuses to use it.',
      cleanPan: 'Hot water and a brush, clean again.',
    },
    niggles: {
      smoke: 'The first heating smells a bit, so open the windows.',
      storage: 'Does not fit my cupboard, so it lives on the stove.',
      careP: 'Needs more care than what I am used to.',
    },
    faults: {
      spot: 'It heats in one spot only and burns everything there.',
      arrived: [
        'Arrived broken. One layer of thin cardboard, what did they expect.',
        'Somebody dropped it before me, there is a crack down one side.',
      ],
      stains: 'Ugly stains after the first use that do not go away.',
    },
  },
  brewer: {
    use: 'thing',
    likes: {
      morning: ['My mornings start with this now.', 'Saves me the queue at the coffee shop every morning.'],
      taste: 'The cup tastes cleaner than what I got from my machine.',
      cleaning: 'Rinse, shake, done, that is all the cleaning it needs.',
      guests: 'Guests always ask about it.',
      money: 'Paid for itself in two weeks of not buying coffee outside.',
    },
    niggles: {
      slow: 'You need patience in the morning, it is not a fast thing.',
      instructions: 'The instructions could be better, I learnt it from a video.',
    },
    faults: {
      leak: 'It leaks, a brown puddle on the table each time.',
      grounds: 'Half the grounds end up in the cup.',
      smellMetal: 'Whatever I do, the coffee tastes of factory.',
    },
  },
  tableware: {
    use: 'thing',
    likes: {
      looks: ['Looks even nicer on the table than in the pictures.', 'The colours are warm, not the shiny cheap kind.'],
      gift: 'Gave one to {who} and was asked where to buy more.',
      sturdy: 'Has survived a fall in our kitchen already.',
      everyday: 'Too pretty for every day, but we use it every day.',
    },
    niggles: {
      label: 'The price sticker left glue that took ages to rub off.',
      shade: 'The shade is a little darker than on my screen.',
      finish: 'The finish is slightly uneven, you can see it if you look.',
    },
    faults: {
      scratched: 'Arrived scratched all over, as if somebody had used it before me.',
      photo: 'The one I got has a different pattern from the photo, and nobody asked me.',
      damaged: 'Damaged on arrival, with only one thin sheet of bubble wrap round it.',
    },
  },
  blade: {
    use: 'thing',
    likes: {
      sharp: [
        'Does in five minutes what took me half an hour.',
        'Works so fast that I nearly overdid it the first time.',
      ],
      wash: 'Easy to rinse, no corners where food hides.',
      value: 'I paid three times as much for a worse one in the mall.',
      grip: 'Does not slip, even with wet hands.',
    },
    niggles: {
      care: 'Mind your fingers, there is no guard.',
      place: 'I still have not found a safe place to keep it.',
      oily: 'Came a bit oily from the factory, wash it first.',
    },
    faults: {
      loose: 'The handle came loose after {soon}.',
      useless: 'Does not do the one thing it is for.',
      wrong: 'I was sent a different model from the one in the photo, smaller and lighter.',
    },
  },
  prepTool: {
    use: 'thing',
    likes: {
      cook: ['My cooking got better, {who} says so.', 'I cook more since I have it.'],
      buildTool: 'Well built, no wobble anywhere.',
      look: 'It stays out on the counter because it looks good.',
    },
    niggles: {
      stain: 'Shows every fingerprint and splash.',
      boxTool: 'Comes without any instructions.',
    },
    faults: {
      brokenTool: 'Broken right out of the box, and the box was fine.',
      second: 'Surely a returned piece: there was dried food on it.',
    },
  },
};
