interface Since {
  readonly deliveries: Readonly<Record<string, string>>;
  readonly clicks: Readonly<Record<string, string>>;
}

/**
 * What ends otherwise on purpose since the expectation was written: a delivery by id, a click by "<world> <verb> by <person>", each as it ends
 * now, with the reason. Whatever is not here ends as it did.
 */
export const since: Since = {
  deliveries: {
    // Evidence of a dossier that is not sent is read by its writers alone; these were owed to the office and to the director.
    'delivery:person:office@1794274200008:answer:person:office': 'superseded ',
    'delivery:person:director@1796094000007:answer:person:director': 'superseded ',
    // That dossiers wait for a head who is away: the deputy acts meanwhile, and has them in the list of what waits.
    'delivery:person:adviceDeputy@1794274200001:answer:person:adviceDeputy': 'superseded ',
  },
  clicks: {
    // The first click asks for the director's agreement and has no date; whoever asked is shown what waits.
    'publishing decide.revoke by person:secretary': 'ALREADY_DONE',
    'publishing decide.revoke by person:office': 'card',
    'sendings decide.revoke by person:office': 'card',
    // What is opened from a message that told something comes below it.
    'council plan.show by person:hniê': 'message',
    'decision progress.show by person:insuranceHead': 'message',
  },
};
