/** The texts of the sample articles, and who wrote them: made-up people. */

export const AUTHORS = [
  { username: 'marta-weaves', bio: 'Weaver. Keeps four looms and too many notebooks.' },
  {
    username: 'night-baker',
    bio: 'Bakes from two to six in the morning and writes until it rises.',
  },
  { username: 'lowland-gardener', bio: 'Grows vegetables on clay, one metre below the sea.' },
  { username: 'slow-trains', bio: 'Crosses countries by the trains that stop everywhere.' },
] as const

interface SampleArticle {
  author: (typeof AUTHORS)[number]['username']
  slug: string
  title: string
  description: string
  tags: string[]
  body: string
}

export const ARTICLES: readonly SampleArticle[] = [
  {
    author: 'marta-weaves',
    slug: 'how-to-read-a-weaving-draft',
    title: 'How to read a weaving draft',
    description:
      'Four small grids say all that a loom has to do. Here is the order to read them in.',
    tags: ['weaving', 'craft', 'reading'],
    body: `A draft looks like a crossword that somebody gave up on. It is a program, and it has four parts.

## The four grids

1. **Threading**, on top: which shaft each warp thread goes through.
2. **Tie-up**, in the corner: which shafts a treadle lifts.
3. **Treadling**, down the side: the order in which you press them.
4. **Drawdown**: the cloth that comes of the other three.

Read them in that order. The drawdown is a *result*; people who start with it try to weave a picture and lose their place.

## Check it by hand

Take the first row of the treadling. Look up its treadle in the tie-up. Every thread on a lifted shaft shows, all others hide. Fill in one row of squares on paper:

\`\`\`
threading  1 2 3 4 1 2 3 4
treadle 1  x x . . x x . .
treadle 2  . x x . . x x .
\`\`\`

After three rows you see the diagonal of a twill. After five you no longer need the paper.`,
  },
  {
    author: 'night-baker',
    slug: 'what-a-cold-kitchen-does-to-dough',
    title: 'What a cold kitchen does to dough',
    description:
      'Ten degrees less double the time. Plan the night around it and the bread gets better.',
    tags: ['baking', 'craft', 'winter'],
    body: `In January my kitchen has 14 °C at midnight. For years I fought that with lamps and wet towels. Now I use it.

## The rule of thumb

Yeast works about half as fast for every ten degrees less. So a dough that needs two hours in summer needs four now, and nothing else changes.

| kitchen | first rise |
| --- | --- |
| 24 °C | 2 h |
| 19 °C | 3 h |
| 14 °C | 4 h |

## Why slow is better

Flavour comes from what bacteria do while the yeast is busy, and they do not slow down as much. A cold night gives them a head start.

> Time is an ingredient that costs nothing and that nobody can sell you.

Write the temperature beside each bake. After a month you stop guessing.`,
  },
  {
    author: 'lowland-gardener',
    slug: 'beans-that-forgive-clay',
    title: 'Beans that forgive clay',
    description: 'Heavy soil drowns most roots in spring. Three kinds of beans do not mind.',
    tags: ['gardening', 'soil'],
    body: `Clay holds water like a plate. Most beans rot in it before they sprout. I have tried nineteen kinds over eight years, and three come up every time.

- **Broad beans**, sown in November. They are up before the wet comes.
- **Runner beans**, started in pots and planted out in June.
- **Soldier beans**, a dry bean that takes its time and never complains.

## What I stopped doing

I stopped digging. A spade closes the cracks that worms made, and those cracks are the only drains I have. Five centimetres of leaves on top each autumn do more than a week of work.`,
  },
  {
    author: 'slow-trains',
    slug: 'eleven-stops-to-the-sea',
    title: 'Eleven stops to the sea',
    description: 'A branch line with one carriage, four passengers and a driver who waits for you.',
    tags: ['trains', 'travel'],
    body: `The fast train takes forty minutes and shows you a wall. The slow one takes two hours and shows you eleven villages.

At the third stop a woman came in with a cello. At the fifth the driver left his cab, walked to a garden, and came back with a bag of plums, *which he offered to all four of us*.

## What to bring

1. A window seat. There is no reservation; come early.
2. Something to eat. There is no carriage for that.
3. No plan for the evening.

The sea comes into sight after the tenth stop, on the left. Everybody looks up, also those who see it each day.`,
  },
  {
    author: 'marta-weaves',
    slug: 'undoing-is-half-of-weaving',
    title: 'Undoing is half of weaving',
    description: 'A mistake ten rows back costs ten rows. A habit makes that two.',
    tags: ['weaving', 'craft'],
    body: `You cannot patch cloth on the loom. A wrong row stays wrong until everything above it is taken out again, in order, one row at a time.

So the question is not how to avoid mistakes but how **early** you see them.

- Stop after every repeat and look from the side. Errors are shadows before they are shapes.
- Count out loud when somebody talks to you.
- Put a pin where you last *knew* that it was right.

The pin is the whole trick. Without it you undo until you feel safe; with it you undo until the pin.`,
  },
  {
    author: 'night-baker',
    slug: 'a-starter-that-survives-holidays',
    title: 'A starter that survives holidays',
    description: 'Dry it, crumble it, forget it for a year. It wakes up in two days.',
    tags: ['baking', 'winter'],
    body: `Every July somebody asks whether I would feed their starter. I give them a jar and this recipe instead.

## Dry it

Spread two spoons of active starter on baking paper, as thin as it goes. Leave it on a shelf for a day. It cracks and comes off by itself. Crumble it into a jar.

## Wake it

1. One spoon of flakes, one of water. Wait an hour.
2. One spoon of flour. Wait a day.
3. Feed it as always. On the second day it bubbles.

The oldest flakes that I have woken were three years old. They were slower, and the bread was no different.`,
  },
  {
    author: 'lowland-gardener',
    slug: 'a-notebook-with-twelve-pages',
    title: 'A notebook with twelve pages',
    description: 'One page a month, one line a year. After five years it knows more than I do.',
    tags: ['gardening', 'reading', 'notes'],
    body: `Garden diaries fail in June, when there is no time to write. So mine has twelve pages and asks for one line.

Each page is a month. Each line is a year: what was sown, what came up, the first frost, the last one. I write it on the last evening of the month, **one line and no more**.

In the sixth year I opened March and saw that I had sown carrots too early five times in a row, and that each time I had written *too early*.

That was the year I had carrots.`,
  },
  {
    author: 'slow-trains',
    slug: 'how-to-miss-a-connection-well',
    title: 'How to miss a connection well',
    description: 'Two hours in a town that you did not choose. Do these things in this order.',
    tags: ['trains', 'travel', 'notes'],
    body: `It will happen, so have a way to do it.

1. **Find out when the next one goes**, and the one after that. Write both down.
2. **Leave the station.** Nothing good happens on the forecourt.
3. **Walk uphill** for ten minutes. Towns keep their view there.
4. **Eat what the person before you ordered.**
5. **Be back twenty minutes early**, and not more.

The best bakery that I know stands in a town whose name I learnt from a cancelled train.`,
  },
  {
    author: 'marta-weaves',
    slug: 'wool-linen-and-what-water-does',
    title: 'Wool, linen, and what water does',
    description: 'The cloth that comes off the loom is not the cloth that you will wear.',
    tags: ['weaving', 'materials'],
    body: `Off the loom, wool is a net and linen is a board. Water makes cloth of both, and it does the opposite to each.

- **Wool** shrinks and closes. A tenth in each direction, more if you hurry.
- **Linen** relaxes and opens. It gets softer for twenty years.

Weave a square, measure it, wash it as the finished piece will be washed, and measure again. Ten minutes of that save a blanket.`,
  },
  {
    author: 'night-baker',
    slug: 'the-sound-of-bread-that-is-done',
    title: 'The sound of bread that is done',
    description: 'Knock, listen, and trust a thermometer when you cannot hear.',
    tags: ['baking', 'craft'],
    body: `Turn the loaf over and knock on its bottom. Done bread sounds like a door; raw bread sounds like a wall.

If the fan is loud, use a thermometer: **96 °C** in the middle for wheat, **98 °C** for rye. Then put it on a rack and listen once more. A good crust *sings* as it cools: small cracks, for three minutes.

That is the moment to be in the kitchen. It does not wait for you.`,
  },
  {
    author: 'lowland-gardener',
    slug: 'water-a-week-early',
    title: 'Water a week early',
    description: 'By the time leaves hang, roots have been thirsty for days. Dig a finger in.',
    tags: ['gardening', 'soil', 'summer'],
    body: `Clay cracks when it dries, and water that comes then runs through the cracks, past every root, into the ditch.

So water **before** it cracks. Put a finger into the soil, up to the second joint. Cold and dark: wait. Cold and light: water today. Warm: you are late, so water slowly, twice.

A can in the evening at the right time does more than a hose at the wrong one.`,
  },
  {
    author: 'slow-trains',
    slug: 'a-timetable-is-a-map',
    title: 'A timetable is a map',
    description: 'What the minutes between two stations tell about the country in between.',
    tags: ['trains', 'reading'],
    body: `Open a timetable at any branch line and read only the minutes.

\`\`\`
Hill Farm      8:02
Upper Mill     8:05
Saint Anne     8:31
Harbour        8:34
\`\`\`

Three minutes, twenty-six, three. You have never been there, and you know: two villages in a valley, then something large that nobody lives on, then a coast.

I have read whole holidays that way. About half of them I have taken since.`,
  },
]

export const COMMENTS: readonly {
  slug: string
  author: (typeof AUTHORS)[number]['username']
  body: string
}[] = [
  {
    slug: 'how-to-read-a-weaving-draft',
    author: 'lowland-gardener',
    body: 'I have no loom and read this to the end. The sowing plan on my wall has the same four parts.',
  },
  {
    slug: 'how-to-read-a-weaving-draft',
    author: 'night-baker',
    body: 'Filling in three rows on paper was what I needed.',
  },
  {
    slug: 'what-a-cold-kitchen-does-to-dough',
    author: 'marta-weaves',
    body: 'My workshop is as cold. Wool does not mind either.',
  },
  {
    slug: 'eleven-stops-to-the-sea',
    author: 'night-baker',
    body: 'Which line is it? I would take it for the plums.',
  },
]
