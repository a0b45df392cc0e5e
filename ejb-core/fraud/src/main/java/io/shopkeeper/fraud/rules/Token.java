package io.shopkeeper.fraud.rules;

/**
 * A piece of a rule's text.
 *
 * @param text as written; of a text in quotation marks what stands between them
 * @param from where it begins, from 0
 * @param to behind its end
 */
record Token(Kind kind, String text, int from, int to) {

  enum Kind {
    /** A name or a word of the language. */
    WORD,
    NUMBER,
    /** In quotation marks. */
    TEXT,
    /** A comparison or a parenthesis. */
    SIGN,
    END
  }

  boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean sign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }
}
