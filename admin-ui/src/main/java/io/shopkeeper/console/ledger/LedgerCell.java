package io.shopkeeper.console.ledger;

/**
 * What stands in one place of a list.
 *
 * @param text for people
 * @param url where it leads; empty for nowhere
 * @param tone of a badge, such as {@code ok}; empty for none
 * @param code whether it is set as an id
 * @param raw for machines: the value in the exported file
 */
public record LedgerCell(String text, String url, String tone, boolean code, String raw) {

  public LedgerCell {
    text = text == null ? "" : text;
    raw = raw == null ? "" : raw;
  }

  /** Nothing. */
  public static LedgerCell none() {
    return text("");
  }

  /** A text; null for nothing. */
  public static LedgerCell text(String text) {
    return new LedgerCell(text, "", "", false, text);
  }

  /** A text that stands for another value. */
  public static LedgerCell text(String text, Object raw) {
    return new LedgerCell(text, "", "", false, raw == null ? "" : String.valueOf(raw));
  }

  /** An id. */
  public static LedgerCell code(String id) {
    return new LedgerCell(id, "", "", true, id);
  }

  /** A way to another page. */
  public static LedgerCell link(String text, String url) {
    return new LedgerCell(text, url, "", false, text);
  }

  /** An id that leads to a page. */
  public static LedgerCell codeLink(String id, String url) {
    return new LedgerCell(id, id == null ? "" : url, "", true, id);
  }

  /** A state. */
  public static LedgerCell badge(String text, String tone, Object raw) {
    return new LedgerCell(text, "", tone, false, String.valueOf(raw));
  }
}
