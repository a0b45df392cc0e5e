package io.shopkeeper.fraud.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.fraud.boundary.ListKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {

  private static final Map<String, ListKind> LISTS =
      Map.of("bad-cards", ListKind.CARD, "home", ListKind.COUNTRY);

  private static Condition parse(String text) throws RuleSyntaxException {
    return RuleParser.parse(text, LISTS);
  }

  private static RuleFault fault(String text) {
    try {
      Condition made = parse(text);
      throw new AssertionError("is a rule: " + made);
    } catch (RuleSyntaxException expected) {
      return expected.fault();
    }
  }

  @Test
  void andBindsMoreTightlyThanOrAndNotMostTightly() throws RuleSyntaxException {
    assertThat(parse("amount > 1 or amount < 0 and not hour = 3"))
        .isEqualTo(
            new Condition.Or(
                List.of(
                    new Condition.Compare("amount", Comparison.MORE, 1),
                    new Condition.And(
                        List.of(
                            new Condition.Compare("amount", Comparison.LESS, 0),
                            new Condition.Not(
                                new Condition.Compare("hour", Comparison.EQUAL, 3)))))));
  }

  @Test
  void everyKindOfTestIsRead() throws RuleSyntaxException {
    assertThat(
            parse(
                "amount between -1.5 and 20 AND card.count.1h is not missing"
                    + " and card not in list bad-cards and country = \"D\\\"E\""
                    + " and device is missing and country in list home"
                    + " and (email != \"a@b.org\")"))
        .isEqualTo(
            new Condition.And(
                List.of(
                    new Condition.Between("amount", -1.5, 20),
                    new Condition.Not(new Condition.Missing("card.count.1h")),
                    new Condition.Not(new Condition.InList(KeyField.CARD, "bad-cards")),
                    new Condition.Is(KeyField.COUNTRY, "D\"E"),
                    new Condition.MissingText(KeyField.DEVICE),
                    new Condition.InList(KeyField.COUNTRY, "home"),
                    new Condition.Not(new Condition.Is(KeyField.EMAIL, "a@b.org")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|UNEXPECTED|0",
        "amount|UNEXPECTED|6",
        "amount > |UNEXPECTED|8",
        "amount > \"x\"|UNEXPECTED|9",
        "amount = card|UNEXPECTED|9",
        "card > 3|UNEXPECTED|5",
        "card = 3|UNEXPECTED|7",
        "amount > 1 hour|UNEXPECTED|11",
        "amount > 1)|UNEXPECTED|10",
        "(amount > 1|UNEXPECTED|11",
        "and|UNEXPECTED|0",
        "amont > 1|UNKNOWN_NAME|0",
        "Amount > 1|UNKNOWN_NAME|0",
        "card in list other|UNKNOWN_LIST|13",
        "card in list home|OTHER_KIND|13",
        "amount between 3 and 2|EMPTY_RANGE|21",
        "country = \"DE|OPEN_TEXT|10",
        "country = \"\"|BAD_TEXT|10",
        "amount > 1234567890123456|LONG_NUMBER|9",
        "amount > 1; drop|BAD_SIGN|10",
        "${7*7}|BAD_SIGN|0",
      })
  void whatIsWrongIsSaidAtItsPlace(String text, RuleFault.Kind kind, int from) {
    RuleFault fault = fault(text == null ? "" : text);
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.from()).isEqualTo(from);
    assertThat(fault.to()).isBetween(from, text == null ? 0 : text.length());
  }

  @Test
  void lengthDepthAndNumberAreBounded() throws RuleSyntaxException {
    assertThat(fault("not ".repeat(40) + "amount > 1").kind()).isEqualTo(RuleFault.Kind.TOO_DEEP);
    assertThat(fault("(".repeat(900) + "amount > 1").kind()).isEqualTo(RuleFault.Kind.TOO_DEEP);
    assertThat(parse("not ".repeat(RuleParser.DEEPEST) + "amount > 1")).isNotNull();
    assertThat(fault("hour>1 or ".repeat(210) + "hour>1").kind())
        .isEqualTo(RuleFault.Kind.TOO_MANY);
    assertThat(fault(" ".repeat(RuleParser.LONGEST + 1)).kind()).isEqualTo(RuleFault.Kind.TOO_LONG);
  }

  @Test
  void faultsAreSaidInBothLanguages() {
    var english = new RuleWords(Locale.ENGLISH);
    var chinese = new RuleWords(Locale.SIMPLIFIED_CHINESE);
    assertThat(english.of(fault("hour > 1\nand amont > 1"), "hour > 1\nand amont > 1"))
        .isEqualTo("Line 2, sign 5: there is no feature or key “amont”. Is “amount” meant?");
    assertThat(chinese.of(fault("amount >"), "amount >")).isEqualTo("第 1 行第 9 个字符：规则没有写完。可以写：数字。");
    assertThat(english.of(fault("card in list home"), "card in list home"))
        .isEqualTo(
            "Line 1, sign 14: the list “home” holds something else. Lists that fit: bad-cards.");
    assertThat(english.of(fault("amount > 1 1"), "amount > 1 1"))
        .isEqualTo(
            "Line 1, sign 12: “1” cannot stand here. Possible: “and”, “or”, the end of the rule.");
    for (RuleFault.Kind kind : RuleFault.Kind.values()) {
      var fault = new RuleFault(kind, 0, 0, "x", List.of());
      assertThat(english.of(fault, "x")).isNotEmpty();
      assertThat(chinese.of(fault, "x")).isNotEmpty();
    }
  }

  private static List<String> could(String text) {
    return RuleCompletion.of(text, text.length(), LISTS).could().stream()
        .map(Suggestion::text)
        .toList();
  }

  @Test
  void whatCouldStandAtAPlaceIsSaid() {
    assertThat(could("amount ")).contains(">", "between", "is").doesNotContain("in", "and");
    assertThat(could("car")).contains("card", "card.count.1h").doesNotContain("email", "not");
    assertThat(could("card ")).containsExactly("=", "!=", "is", "not", "in");
    assertThat(could("card in list ")).containsExactly("bad-cards");
    assertThat(could("amount > 1 ")).containsExactly("and", "or");
    assertThat(could("(amount > 1 ")).containsExactly("and", "or", ")");
    assertThat(could("amount between 1 a")).containsExactly("and");
    assertThat(could("")).contains("not", "(", "amount", "email");
    assertThat(could("nonsense at all ")).isEmpty();
    assertThat(RuleCompletion.of("hour > 1 and car = \"x\"", 16, LISTS).from()).isEqualTo(13);
    for (String text : List.of("", "amount ", "amount between ", "card in list ", "card ")) {
      RuleCompletion.of(text, text.length(), LISTS)
          .could()
          .forEach(
              each -> {
                assertThat(new RuleWords(Locale.ENGLISH).of(each)).isNotNull();
                assertThat(new RuleWords(Locale.SIMPLIFIED_CHINESE).of(each)).isNotNull();
              });
    }
  }

  @Test
  void aTreeOfNothingIsRefused() {
    assertThatThrownBy(() -> new Condition.Compare("card.number", Comparison.MORE, 1))
        .hasMessageContaining("card.number");
    assertThatThrownBy(() -> new Condition.Compare("amount", Comparison.MORE, Double.NaN))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Condition.And(List.of())).hasMessageContaining("two");
  }
}
