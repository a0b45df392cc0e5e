package io.shopkeeper.fraud.attempt;

import io.shopkeeper.fraud.boundary.Outcome;

/**
 * That a rule held, as it is kept.
 *
 * @param rule its id; {@code list} where the attempt was found in a list
 * @param seen the feature; 0 of a list
 * @param limit that the shop had chosen; 0 of a list
 * @param list the name of the list; empty where it was none
 */
record AttemptHit(String rule, Outcome outcome, double seen, double limit, String list) {

  /** The id of what lists say. */
  static final String LIST = "list";
}
