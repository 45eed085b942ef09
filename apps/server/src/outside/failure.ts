/** Something outside did not answer, or not as agreed: jobs try again, people are told. The message never holds personal data. */
export class OutsideFailure extends Error {}
