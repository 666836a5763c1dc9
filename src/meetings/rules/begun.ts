/** What only begins the record of a meeting that is run in its room: it is recorded when it ends. */
export const BEGINS_MEETING: readonly string[] = ['meetings.openMeeting', 'meetings.takeRoll']
