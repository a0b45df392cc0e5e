package io.shopkeeper.catalog.boundary.person;

/** What a shop may use what it knows of somebody for. */
public enum Purpose {
  /** Show what suits the person; learn from what the person did. */
  PERSONALISATION,
  /** Measure how the shop is used. */
  ANALYTICS,
  /** Write to the person. */
  MARKETING
}
