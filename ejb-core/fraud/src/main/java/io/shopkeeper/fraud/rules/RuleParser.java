package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.features.PaymentFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a condition of a text, such as {@code card.declined.1h >= 3 and not country in list home}.
 * By hand, by recursive descent with a bound on length, depth and number of conditions; nothing of
 * the text is ever run.
 *
 * <pre>
 * rule = all { "or" all }
 * all  = one { "and" one }
 * one  = "not" one | "(" rule ")" | FEATURE number | KEY text
 * number = ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "=" | "!=" ) NUMBER | "between" NUMBER "and" NUMBER
 *        | "is" [ "not" ] "missing"
 * text = ( "=" | "!=" ) TEXT | [ "not" ] "in" "list" NAME | "is" [ "not" ] "missing"
 * </pre>
 */
public final class RuleParser {

  /** Characters of a rule. */
  public static final int LONGEST = 4_000;

  /** Conditions within each other. */
  static final int DEEPEST = 32;

  /** Conditions of a rule, those that join others included. */
  static final int MOST = 200;

  private final Map<String, ListKind> lists;
  private final List<Token> tokens;
  private final List<Suggestion> could = new ArrayList<>();
  private int at;
  private int made;

  private RuleParser(Map<String, ListKind> lists, List<Token> tokens) {
    this.lists = lists;
    this.tokens = tokens;
  }

  /**
   * Reads a rule.
   *
   * @param lists the lists that there are
   * @throws RuleSyntaxException at the first place that cannot be understood
   */
  public static Condition parse(String text, Map<String, ListKind> lists)
      throws RuleSyntaxException {
    if (text.length() > LONGEST) {
      throw new RuleSyntaxException(
          new RuleFault(RuleFault.Kind.TOO_LONG, LONGEST, text.length(), "", List.of()));
    }
    var parser = new RuleParser(lists, RuleTokens.of(text));
    Condition rule = parser.either(0);
    parser.may(Suggestion.Kind.END, "");
    if (parser.token().kind() != Token.Kind.END) {
      throw parser.unexpected();
    }
    return rule;
  }

  /**
   * What could stand where a text ends that may be the beginning of a rule.
   *
   * @param beginning the text before the place; what is a valid beginning is understood
   */
  static List<Suggestion> next(String beginning, Map<String, ListKind> lists) {
    if (beginning.length() > LONGEST) {
      return List.of();
    }
    RuleParser parser;
    try {
      parser = new RuleParser(lists, RuleTokens.of(beginning));
    } catch (RuleSyntaxException within) {
      return List.of();
    }
    try {
      parser.either(0);
    } catch (RuleSyntaxException here) {
      return here.fault().from() == beginning.length() ? here.fault().could() : List.of();
    }
    return parser.token().kind() == Token.Kind.END ? List.copyOf(parser.could) : List.of();
  }

  private Condition either(int depth) throws RuleSyntaxException {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(all(depth));
    } while (take("or"));
    return parts.size() == 1 ? parts.getFirst() : count(new Condition.Or(parts));
  }

  private Condition all(int depth) throws RuleSyntaxException {
    List<Condition> parts = new ArrayList<>();
    do {
      parts.add(one(depth));
    } while (take("and"));
    return parts.size() == 1 ? parts.getFirst() : count(new Condition.And(parts));
  }

  private Condition one(int depth) throws RuleSyntaxException {
    if (depth > DEEPEST) {
      throw fault(RuleFault.Kind.TOO_DEEP);
    }
    if (take("not")) {
      return count(new Condition.Not(one(depth + 1)));
    }
    if (takeSign("(")) {
      Condition inside = either(depth + 1);
      if (!takeSign(")")) {
        throw unexpected();
      }
      return inside;
    }
    Token name = token();
    for (KeyField field : KeyField.values()) {
      may(Suggestion.Kind.KEY, field.code());
    }
    PaymentFeatures.list().forEach(feature -> may(Suggestion.Kind.FEATURE, feature.name()));
    if (name.kind() != Token.Kind.WORD || word(name)) {
      throw unexpected();
    }
    if (PaymentFeatures.find(name.text()).isPresent()) {
      step();
      return count(number(name.text()));
    }
    KeyField field = KeyField.find(name.text()).orElse(null);
    if (field == null) {
      throw fault(RuleFault.Kind.UNKNOWN_NAME);
    }
    step();
    return text(field);
  }

  private static boolean word(Token token) {
    return List.of("and", "or", "not", "between", "in", "list", "is", "missing").stream()
        .anyMatch(token::is);
  }

  private Condition number(String feature) throws RuleSyntaxException {
    for (Comparison each : Comparison.values()) {
      if (takeSign(each.sign())) {
        return new Condition.Compare(feature, each, limit());
      }
    }
    if (take("between")) {
      double from = limit();
      must("and");
      Token second = token();
      double to = limit();
      if (from > to) {
        throw fault(RuleFault.Kind.EMPTY_RANGE, second);
      }
      return new Condition.Between(feature, from, to);
    }
    must("is");
    return missing(new Condition.Missing(feature));
  }

  private Condition missing(Condition missing) throws RuleSyntaxException {
    boolean not = take("not");
    must("missing");
    return not ? count(new Condition.Not(missing)) : missing;
  }

  private Condition text(KeyField field) throws RuleSyntaxException {
    boolean same = takeSign(Comparison.EQUAL.sign());
    if (same || takeSign(Comparison.NOT_EQUAL.sign())) {
      may(Suggestion.Kind.TEXT, "\"\"");
      if (token().kind() != Token.Kind.TEXT) {
        throw unexpected();
      }
      return negated(!same, new Condition.Is(field, step().text()));
    }
    if (take("is")) {
      return count(missing(new Condition.MissingText(field)));
    }
    boolean not = take("not");
    must("in");
    must("list");
    return negated(not, new Condition.InList(field, list(field)));
  }

  private Condition negated(boolean not, Condition test) throws RuleSyntaxException {
    count(test);
    return not ? count(new Condition.Not(test)) : test;
  }

  private String list(KeyField field) throws RuleSyntaxException {
    lists.entrySet().stream()
        .filter(each -> each.getValue() == field.kind())
        .forEach(each -> may(Suggestion.Kind.LIST, each.getKey()));
    if (token().kind() != Token.Kind.WORD) {
      throw unexpected();
    }
    ListKind kind = lists.get(token().text());
    if (kind == null) {
      throw fault(RuleFault.Kind.UNKNOWN_LIST);
    }
    if (kind != field.kind()) {
      throw fault(RuleFault.Kind.OTHER_KIND);
    }
    return step().text();
  }

  private double limit() throws RuleSyntaxException {
    may(Suggestion.Kind.NUMBER, "1");
    if (token().kind() != Token.Kind.NUMBER) {
      throw unexpected();
    }
    return Double.parseDouble(step().text());
  }

  private Condition count(Condition condition) throws RuleSyntaxException {
    if (++made > MOST) {
      throw fault(RuleFault.Kind.TOO_MANY);
    }
    return condition;
  }

  private Token token() {
    return tokens.get(at);
  }

  private Token step() {
    could.clear();
    return tokens.get(at++);
  }

  private void may(Suggestion.Kind kind, String text) {
    could.add(new Suggestion(kind, text));
  }

  private boolean take(String word) {
    may(Suggestion.Kind.WORD, word);
    if (token().is(word)) {
      step();
      return true;
    }
    return false;
  }

  private boolean takeSign(String sign) {
    may(Suggestion.Kind.WORD, sign);
    if (token().sign(sign)) {
      step();
      return true;
    }
    return false;
  }

  private void must(String word) throws RuleSyntaxException {
    if (!take(word)) {
      throw unexpected();
    }
  }

  private RuleSyntaxException unexpected() {
    return fault(RuleFault.Kind.UNEXPECTED);
  }

  private RuleSyntaxException fault(RuleFault.Kind kind) {
    return fault(kind, token());
  }

  private RuleSyntaxException fault(RuleFault.Kind kind, Token token) {
    return new RuleSyntaxException(
        new RuleFault(kind, token.from(), token.to(), token.text(), could));
  }
}
