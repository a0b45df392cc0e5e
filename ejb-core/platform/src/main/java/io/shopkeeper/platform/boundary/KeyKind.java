package io.shopkeeper.platform.boundary;

/** Where a key may live. */
public enum KeyKind {
  /** From server to server; only its hash is kept. */
  SECRET("sk"),
  /** In the pages of a shop, where everybody can read it; bound to the origins of those pages. */
  PUBLIC("pk");

  private final String prefix;

  KeyKind(String prefix) {
    this.prefix = prefix;
  }

  /** How the text of such a key begins. */
  public String prefix() {
    return prefix;
  }
}
