package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.boundary.Outcome;
import io.shopkeeper.fraud.boundary.RuleCheck;
import io.shopkeeper.fraud.boundary.RuleText;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong with a rule that somebody wrote. */
public final class RuleChecks {

  private static final int LONGEST_NAME = 200;

  private RuleChecks() {}

  /** Whether a text is a rule. */
  public static RuleCheck of(String text, Map<String, ListKind> lists, Locale reader) {
    try {
      RuleParser.parse(text, lists);
      return new RuleCheck(true, "", 0, 0);
    } catch (RuleSyntaxException wrong) {
      RuleFault fault = wrong.fault();
      return new RuleCheck(false, new RuleWords(reader).of(fault, text), fault.from(), fault.to());
    }
  }

  /**
   * With both names.
   *
   * @throws InvalidInputException with every fault
   */
  public static RuleText checked(RuleText text, Map<String, ListKind> lists, Locale reader) {
    List<FieldError> faults = new ArrayList<>();
    String english = text.nameEn() == null ? "" : text.nameEn().strip();
    String chinese = text.nameZh() == null ? "" : text.nameZh().strip();
    if (english.isEmpty() && chinese.isEmpty()) {
      faults.add(new FieldError("/nameEn", "is missing: say in a few words what the rule finds"));
    }
    if (english.length() > LONGEST_NAME || chinese.length() > LONGEST_NAME) {
      faults.add(new FieldError("/nameEn", "has more than 200 signs"));
    }
    if (text.outcome() == null || text.outcome() == Outcome.ALLOW) {
      faults.add(new FieldError("/outcome", "must be challenge, review or block"));
    }
    String condition = text.condition() == null ? "" : text.condition().strip();
    RuleCheck check = of(condition, lists, reader);
    if (!check.fine()) {
      faults.add(new FieldError("/condition", check.message()));
    }
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    return new RuleText(
        english.isEmpty() ? chinese : english,
        chinese.isEmpty() ? english : chinese,
        text.outcome(),
        text.shadow(),
        condition);
  }
}
