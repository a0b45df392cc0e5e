package io.shopkeeper.fraud.rules;

import java.util.ArrayList;
import java.util.List;

/** Takes the text of a rule apart. One pass, and no way back. */
final class RuleTokens {

  static final int LONGEST_TEXT = 254;
  private static final int MOST_DIGITS = 15;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private RuleTokens(String text) {
    this.text = text;
  }

  /** The pieces in their order; the last is the end. */
  static List<Token> of(String text) throws RuleSyntaxException {
    var tokens = new RuleTokens(text);
    while (tokens.space()) {
      tokens.tokens.add(tokens.next());
    }
    tokens.tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
    return tokens.tokens;
  }

  /** Goes to the next piece; false at the end. */
  private boolean space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private Token next() throws RuleSyntaxException {
    char first = text.charAt(at);
    if (letter(first)) {
      return word();
    }
    if (digit(first) || (first == '-' && at + 1 < text.length() && digit(text.charAt(at + 1)))) {
      return number();
    }
    if (first == '"') {
      return quoted();
    }
    return sign(first);
  }

  private Token word() {
    int from = at;
    while (at < text.length() && inWord(text.charAt(at))) {
      at++;
    }
    return new Token(Token.Kind.WORD, text.substring(from, at), from, at);
  }

  private Token number() throws RuleSyntaxException {
    int from = at++;
    int digits = text.charAt(from) == '-' ? 0 : 1;
    boolean point = false;
    while (at < text.length()) {
      char each = text.charAt(at);
      boolean begins =
          each == '.' && !point && at + 1 < text.length() && digit(text.charAt(at + 1));
      if (!digit(each) && !begins) {
        break;
      }
      point |= begins;
      digits += begins ? 0 : 1;
      at++;
    }
    if (digits > MOST_DIGITS) {
      throw fault(RuleFault.Kind.LONG_NUMBER, from, at);
    }
    return new Token(Token.Kind.NUMBER, text.substring(from, at), from, at);
  }

  private Token quoted() throws RuleSyntaxException {
    int from = at++;
    var inside = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char each = text.charAt(at++);
      if (each == '\\' && at < text.length()) {
        each = text.charAt(at++);
      }
      if (Character.isISOControl(each)) {
        throw fault(RuleFault.Kind.OPEN_TEXT, from, at - 1);
      }
      inside.append(each);
    }
    if (at >= text.length()) {
      throw fault(RuleFault.Kind.OPEN_TEXT, from, text.length());
    }
    at++;
    if (inside.isEmpty() || inside.length() > LONGEST_TEXT || inside.toString().isBlank()) {
      throw fault(RuleFault.Kind.BAD_TEXT, from, at);
    }
    return new Token(Token.Kind.TEXT, inside.toString(), from, at);
  }

  private Token sign(char first) throws RuleSyntaxException {
    int from = at++;
    boolean longer = at < text.length() && text.charAt(at) == '=' && "<>!".indexOf(first) >= 0;
    at += longer ? 1 : 0;
    String sign = text.substring(from, at);
    if (!sign.equals("(") && !sign.equals(")") && Comparison.find(sign).isEmpty()) {
      boolean pair =
          Character.isHighSurrogate(first)
              && at < text.length()
              && Character.isLowSurrogate(text.charAt(at));
      at += pair ? 1 : 0;
      throw fault(RuleFault.Kind.BAD_SIGN, from, at);
    }
    return new Token(Token.Kind.SIGN, sign, from, at);
  }

  private RuleSyntaxException fault(RuleFault.Kind kind, int from, int to) {
    return new RuleSyntaxException(
        new RuleFault(kind, from, to, text.substring(from, to), List.of()));
  }

  private static boolean letter(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
  }

  private static boolean digit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private static boolean inWord(char sign) {
    return letter(sign) || digit(sign) || sign == '_' || sign == '.' || sign == '-';
  }
}
