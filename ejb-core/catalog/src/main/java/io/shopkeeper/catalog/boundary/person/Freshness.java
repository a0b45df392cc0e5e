package io.shopkeeper.catalog.boundary.person;

/**
 * Whether what was read of a person still holds. Costs no query, but for one each half second that
 * asks what other servers of the shop have changed. Safe for use by several threads.
 */
@FunctionalInterface
public interface Freshness {

  /** For what never changes. */
  Freshness ALWAYS = () -> true;

  /**
   * False from the first change on: of this server when its transaction has committed, of another
   * one within a second. It is never true again.
   */
  boolean holds();
}
