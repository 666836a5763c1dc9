import fc from 'fast-check'

/** What is drawn at random is the same in every run, so that a failure is the change's; `PITLAMP_SEED` draws other things. */
fc.configureGlobal({ seed: Number(process.env['PITLAMP_SEED'] ?? 20_260_701) })

export default fc
