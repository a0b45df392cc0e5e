package io.shopkeeper.platform.boundary;

/**
 * An act to record.
 *
 * @param actor who, such as a username or the name of a key
 * @param act what, such as {@code model.promote}
 * @param subject to what, such as {@code recommendation v3}
 * @param detail reason and circumstances
 * @param before how it was; empty where that says nothing
 * @param after how it is now; empty where that says nothing
 */
public record AuditAct(
    String actor, String act, String subject, String detail, String before, String after) {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_SUBJECT = 300;
  private static final int LONGEST_TEXT = 4000;

  /** Texts are cut to what is kept, never inside a character. */
  public AuditAct {
    actor = cut(actor, LONGEST_NAME);
    act = cut(act, LONGEST_NAME);
    subject = cut(subject, LONGEST_SUBJECT);
    detail = cut(detail, LONGEST_TEXT);
    before = cut(before, LONGEST_TEXT);
    after = cut(after, LONGEST_TEXT);
  }

  /** An act that changes no value. */
  public AuditAct(String actor, String act, String subject, String detail) {
    this(actor, act, subject, detail, "", "");
  }

  private static String cut(String text, int longest) {
    if (text == null) {
      return "";
    }
    // No database keeps U+0000, and a hash must be over what is kept.
    String kept = text.indexOf(0) < 0 ? text : text.replace("\0", "");
    if (kept.length() <= longest) {
      return kept;
    }
    int end = Character.isHighSurrogate(kept.charAt(longest - 1)) ? longest - 1 : longest;
    return kept.substring(0, end);
  }
}
