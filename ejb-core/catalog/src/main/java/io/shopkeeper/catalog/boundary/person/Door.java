package io.shopkeeper.catalog.boundary.person;

/** Through which door a decision or a link came. */
public enum Door {
  /** The shop's server, by a secret key. */
  SHOP,
  /** The person's own page, by a public key. */
  PAGE,
  /** Somebody of the shop, in the console. */
  CONSOLE
}
