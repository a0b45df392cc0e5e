package io.shopkeeper.fraud.boundary.cases;

/** What can be done with a case; each stands in its journal with who and when. */
public enum CaseAct {
  /** A payment opened it. */
  OPENED,
  /** A payment joined it. */
  JOINED,
  /** Somebody took it to work on. */
  TAKEN,
  /** Somebody let go of it. */
  RELEASED,
  /** It was given to somebody. */
  ASSIGNED,
  /** Somebody wrote something down. */
  NOTE,
  /** A supervisor is asked to decide. */
  ESCALATED,
  /** A supervisor is asked to agree with an outcome. */
  ASKED,
  /** The supervisor did not agree, or gave it back. */
  RETURNED,
  CLOSED,
  REOPENED,
  /** The shopper says that the payment is good. */
  APPEALED,
  /** Its priority was set by hand. */
  PRIORITY,
  /** A macro was begun; what it does follows. */
  MACRO,
  /** What a macro did was taken back. */
  UNMACRO,
  /** A document was added. */
  DOCUMENT,
  /** A document was removed. */
  UNDOCUMENT,
  /** It became known elsewhere what a payment of it was. */
  LABELLED
}
