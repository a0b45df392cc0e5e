package io.shopkeeper.chatbot.boundary;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the shop lets the chat say of returns and of how people are reached. */
@Stateless
public class ChatPolicy {

  private static final String PREFIX = "chat.";
  private static final int LONGEST = 1000;
  private static final int MOST_DAYS = 3650;

  @Inject private Settings settings;

  /**
   * The shop's own words.
   *
   * @param returnDays days after delivery within which goods can be sent back, 0 to 3,650; null if
   *     the shop has not said: then the chat says nothing of a time
   * @param returnStepsEn how goods are sent back, in English; empty if not said
   * @param returnStepsZh the same in Chinese
   * @param contactEn how a person is reached, in English; empty if not said
   * @param contactZh the same in Chinese
   */
  public record Policy(
      Integer returnDays,
      String returnStepsEn,
      String returnStepsZh,
      String contactEn,
      String contactZh) {

    /** How goods are sent back, in the reader's language or else the other; empty if not said. */
    public String returnSteps(Locale locale) {
      return prefer(locale, returnStepsZh, returnStepsEn);
    }

    /** How a person is reached, in the reader's language or else the other; empty if not said. */
    public String contact(Locale locale) {
      return prefer(locale, contactZh, contactEn);
    }

    private static String prefer(Locale locale, String chinese, String english) {
      boolean wantsChinese = "zh".equals(locale.getLanguage());
      String first = wantsChinese ? chinese : english;
      return first.isBlank() ? (wantsChinese ? english : chinese) : first;
    }
  }

  /** As it stands. */
  public Policy read() {
    String days = text("return-days");
    return new Policy(
        days.isEmpty() ? null : Integer.valueOf(days),
        text("return-steps.en"),
        text("return-steps.zh"),
        text("contact.en"),
        text("contact.zh"));
  }

  /**
   * Replaces it; a text that is null becomes empty.
   *
   * @throws InvalidInputException with every fault
   */
  public void write(Policy policy) {
    List<FieldError> errors = new ArrayList<>();
    Integer days = policy.returnDays();
    if (days != null && (days < 0 || days > MOST_DAYS)) {
      errors.add(new FieldError("/returnDays", "must be 0 to %d".formatted(MOST_DAYS)));
    }
    check("returnStepsEn", policy.returnStepsEn(), errors);
    check("returnStepsZh", policy.returnStepsZh(), errors);
    check("contactEn", policy.contactEn(), errors);
    check("contactZh", policy.contactZh(), errors);
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    put("return-days", days == null ? "" : days.toString());
    put("return-steps.en", policy.returnStepsEn());
    put("return-steps.zh", policy.returnStepsZh());
    put("contact.en", policy.contactEn());
    put("contact.zh", policy.contactZh());
  }

  private static void check(String field, String text, List<FieldError> errors) {
    if (text != null && text.length() > LONGEST) {
      errors.add(new FieldError("/" + field, "is longer than %d characters".formatted(LONGEST)));
    }
  }

  private String text(String name) {
    return settings.find(PREFIX + name).map(String::strip).orElse("");
  }

  private void put(String name, String text) {
    settings.put(PREFIX + name, text == null ? "" : text.strip());
  }
}
