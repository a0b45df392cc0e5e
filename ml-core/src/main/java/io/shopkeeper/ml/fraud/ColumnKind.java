package io.shopkeeper.ml.fraud;

/** What a column of transactions is. */
public enum ColumnKind {
  /** A day and time. */
  TIME,
  /** An id that comes again, such as a card: never a feature itself, but its velocities are. */
  ENTITY,
  /** An e-mail address: an id, with a domain and a form. */
  EMAIL,
  /** An IP address: an id, with a range around it. */
  ADDRESS,
  /** One of a few words. */
  CATEGORY,
  /** A number. */
  NUMBER,
  /** Nothing that can be learnt from, such as the number of the row. */
  UNUSED
}
