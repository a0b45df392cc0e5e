package io.shopkeeper.console.ledger;

import io.shopkeeper.platform.boundary.Right;

/**
 * Something that can be done to many rows.
 *
 * @param name of the act; its words are {@code list.<list>.act.<name>} and, afterwards, {@code
 *     list.<list>.done.<name>} with the number of rows
 * @param right that one needs
 * @param undo the act that takes it back; empty if there is none
 * @param offered whether there is a button for it, too
 */
public record LedgerAct(String name, Right right, String undo, boolean offered) {

  /** An act that can be taken back by another one of the list. */
  public static LedgerAct undoneBy(String name, Right right, String undo) {
    return new LedgerAct(name, right, undo, true);
  }

  /** An act that stays. */
  public static LedgerAct lasting(String name, Right right) {
    return new LedgerAct(name, right, "", true);
  }
}
