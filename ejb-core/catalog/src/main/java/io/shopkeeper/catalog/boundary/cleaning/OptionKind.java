package io.shopkeeper.catalog.boundary.cleaning;

/** How an option is given. */
public enum OptionKind {
  /** A decimal number; empty where the option allows it. */
  NUMBER,
  /** One of the choices. */
  CHOICE,
  /** {@code true} or {@code false}. */
  FLAG,
  /** A line of text. */
  TEXT,
  /** Lines of {@code this=that}. */
  LINES,
  /** A field of the kind. */
  FIELD,
  /** Fields of the kind with commas between them; empty for all that the step can treat. */
  FIELDS
}
