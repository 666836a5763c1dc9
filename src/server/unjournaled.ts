/** The tables that hold no record, each with why: every other one is journaled. */
export const UNJOURNALED: Readonly<Record<string, string>> = {
  journal_entry: 'the journal itself: held by its leaf and its seal',
  journal_leaf: 'the journal itself: held by the signed checkpoints',
  journal_head: 'the journal itself: counted again from the leaves',
  journal_checkpoint: 'the journal itself: signed, and remembered outside',
  journal_cosignature: 'the journal itself: signed by others, whose keys stand outside',
  journal_former_leaf: 'the journal itself: the leaves of a log that ended, held by its checkpoints',
  journal_former_checkpoint: 'the journal itself: signed, of a log that ended',
  journal_former_cosignature: 'signatures of witnesses: held against keys from outside',
  journal_pending: 'the journal itself: what waits for its place, emptied within a second',
  journal_reader: 'how far a reader of the journal has come: what it derives can be derived anew',
  journal_due: 'what a running transaction changed: empty for everybody else, gone at commit',
  witness_delivery: 'how sending to a witness goes: a state that passes',
  migration: 'which migrations ran: checked by their checksums at every start',
  session: 'who is signed in now: ends by itself',
  sign_in_try: 'failed sign-ins of the last minutes',
  ticket:
    'links and codes that are good once; what comes of them is an account or an office, which is sealed',
  idempotency: 'answers kept for a repeated request, for a day',
  ledger_import: 'a preview kept for a day; what it brings in is sealed row by row',
  notice: 'what somebody is told of a leaf of the journal: derived from it',
  org_path: 'which unit lies below which: derived from the units',
  meeting_block:
    'who changed which block of a meeting last, for writers side by side; the words stand in the meeting',
  meeting_text: 'the words of meetings for the search: derived from them',
  stored_file: 'bytes under their own hash, and the hash is sealed in the record that shows them',
}
