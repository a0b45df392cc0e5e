package io.shopkeeper.fraud.rules;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.shopkeeper.fraud.features.PaymentFeatures;
import java.util.Arrays;
import java.util.Locale;

/**
 * What Jazzer attacks: texts of any kind are read, completed, printed, read again, and run. A text
 * is a rule or has a fault with a place inside it; anything else is a finding.
 */
public final class RuleFuzz {

  private static final RuleWords ENGLISH = new RuleWords(Locale.ENGLISH);
  private static final RuleWords CHINESE = new RuleWords(Locale.SIMPLIFIED_CHINESE);

  private RuleFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    int place = data.consumeInt(-10, RuleParser.LONGEST + 10);
    double value = data.consumeDouble();
    once(data.consumeRemainingAsString(), place, value);
  }

  static void once(String text, int place, double value) {
    for (Suggestion each : RuleCompletion.of(text, place, RuleConditions.LISTS).could()) {
      require(ENGLISH.of(each) != null && CHINESE.of(each) != null, text);
    }
    Condition condition;
    try {
      condition = RuleParser.parse(text, RuleConditions.LISTS);
    } catch (RuleSyntaxException refused) {
      RuleFault fault = refused.fault();
      require(0 <= fault.from() && fault.from() <= fault.to(), text);
      require(fault.to() <= text.length(), text);
      require(!ENGLISH.of(fault, text).isEmpty() && !CHINESE.of(fault, text).isEmpty(), text);
      return;
    }
    read(text, condition);
    run(text, condition, value);
  }

  private static void read(String text, Condition condition) {
    String printed = RulePrinter.print(condition);
    try {
      require(
          printed.length() > RuleParser.LONGEST
              || RuleParser.parse(printed, RuleConditions.LISTS).equals(condition),
          text);
    } catch (RuleSyntaxException lost) {
      throw new IllegalStateException(printed, lost);
    }
  }

  private static void run(String text, Condition condition, double value) {
    double[] features = new double[PaymentFeatures.list().size()];
    Arrays.fill(features, value);
    PaymentFacts facts = PaymentFacts.past(features, RuleConditions.PAYMENT);
    Truth truth = new RuleCompiler(RuleConditions.BOOK).compile(condition).of(facts);
    Boolean plain = RuleConditions.plain(condition, facts);
    require(truth == (plain == null ? Truth.UNKNOWN : plain ? Truth.TRUE : Truth.FALSE), text);
    require(
        Evidence.of(condition, facts, RuleConditions.BOOK).isEmpty() == (truth != Truth.TRUE),
        text);
  }

  private static void require(boolean holds, String text) {
    if (!holds) {
      throw new IllegalStateException("a finding: " + text);
    }
  }
}
