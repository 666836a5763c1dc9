import { type Draft, edited, must } from './draft.ts'
import { type Bad, drawOf, last } from './spoil.ts'

const branchOf = (pack: Draft) => last(must(pack.scores).branches)
const drawnName = (pack: Draft): string =>
  must(Object.entries(drawOf(pack).drawn).find(([, of]) => of.length > 0))[0]

/** Ways to spoil draw and scores. */
export const BAD_CLAIMS: readonly Bad[] = [
  {
    name: 'draw-seed',
    code: 'draw-bad',
    spoil: (pack) => {
      drawOf(pack).seed = edited(drawOf(pack).seed, 1)
    },
  },
  {
    name: 'draw-words',
    code: 'draw-bad',
    spoil: (pack) => {
      drawOf(pack).from.words += ' '
    },
  },
  {
    name: 'draw-other',
    code: 'draw-bad',
    spoil: (pack) => {
      const name = drawnName(pack)
      const all = must(drawOf(pack).strata[name])
      const drawn = must(drawOf(pack).drawn[name])
      drawn[0] = must(all.find((one) => !drawn.includes(one)))
    },
  },
  {
    name: 'draw-fewer',
    code: 'draw-bad',
    spoil: (pack) => void must(drawOf(pack).drawn[drawnName(pack)]).pop(),
  },
  {
    name: 'draw-each',
    code: 'draw-bad',
    spoil: (pack) => {
      drawOf(pack).each = 0
    },
  },
  {
    name: 'draw-twice',
    code: 'draw-bad',
    spoil: (pack) => {
      const all = must(drawOf(pack).strata[drawnName(pack)])
      all.push(must(all[0]))
    },
  },
  {
    name: 'draw-stratum-gone',
    code: 'draw-bad',
    spoil: (pack) => {
      const { drawn } = drawOf(pack)
      delete drawn[drawnName(pack)]
    },
  },
  {
    name: 'draw-record-gone',
    code: 'draw-bad',
    spoil: (pack) => {
      const gone = must(
        drawOf(pack).drawn[drawnName(pack)]?.find((one) =>
          pack.records.some(
            ({ subject, revisions }) => subject === one && revisions.every(({ erased }) => erased === null),
          ),
        ),
      )
      pack.records = pack.records.filter(({ subject }) => subject !== gone)
    },
  },
  {
    name: 'draw-stratum-other',
    code: 'draw-bad',
    spoil: (pack) => {
      must(pack.records.find(({ subject }) => subject === drawOf(pack).drawn[drawnName(pack)]?.[0])).stratum =
        null
    },
  },
  {
    name: 'draw-note-lines',
    code: 'draw-bad',
    spoil: (pack) => {
      drawOf(pack).from.note = must(pack.checkpoints.find((note) => note.startsWith(drawOf(pack).from.note)))
    },
  },
  {
    name: 'score-edited',
    code: 'score-bad',
    spoil: (pack) => {
      branchOf(pack).score.score = '99.99'
    },
  },
  {
    name: 'score-grade',
    code: 'score-bad',
    spoil: (pack) => {
      branchOf(pack).score.grade = '优'
    },
  },
  {
    name: 'score-item',
    code: 'score-bad',
    spoil: (pack) =>
      void must(branchOf(pack).score.items[0]).no.concat(must(branchOf(pack).score.items.pop()).no),
  },
  {
    name: 'score-points',
    code: 'score-bad',
    spoil: (pack) => {
      must(branchOf(pack).score.items[0]).points = '1234.00'
    },
  },
  {
    name: 'score-fact-gone',
    code: 'score-bad',
    spoil: (pack) => {
      const { fact } = must(must(pack.scores).scheme.items[0])
      delete branchOf(pack).facts[fact]
    },
  },
  {
    name: 'score-fact-text',
    code: 'score-bad',
    spoil: (pack) => {
      const { fact } = must(must(pack.scores).scheme.items[0])
      branchOf(pack).facts[fact] = '1/0'
    },
  },
  {
    name: 'score-rule',
    code: 'score-bad',
    spoil: (pack) => {
      must(must(pack.scores).scheme.items[0]).rule = 'worst'
    },
  },
  {
    name: 'score-veto',
    code: 'score-bad',
    spoil: (pack) => {
      branchOf(pack).score.vetoed = !branchOf(pack).score.vetoed
    },
  },
  {
    name: 'score-bands',
    code: 'score-bad',
    spoil: (pack) => void must(pack.scores).scheme.bands.reverse().push({ grade: 'x', from: '100.00' }),
  },
]
