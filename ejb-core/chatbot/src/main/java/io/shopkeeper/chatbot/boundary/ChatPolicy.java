package io.shopkeeper.chatbot.boundary;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the shop lets the chat say of returns and of how people are reached. */
@Stateless
public class ChatPolicy {

  private static final int LONGEST = 1000;

  private static final SettingDefinition RETURN_DAYS =
      SettingDefinition.number("chat.return-days", 0, 3650, 0).optional().ownedBy(ChatPolicy.class);
  private static final SettingDefinition STEPS_EN = words("chat.return-steps.en");
  private static final SettingDefinition STEPS_ZH = words("chat.return-steps.zh");
  private static final SettingDefinition CONTACT_EN = words("chat.contact.en");
  private static final SettingDefinition CONTACT_ZH = words("chat.contact.zh");

  private static final Map<SettingDefinition, String> POINTERS =
      Map.of(
          RETURN_DAYS, "/returnDays",
          STEPS_EN, "/returnStepsEn",
          STEPS_ZH, "/returnStepsZh",
          CONTACT_EN, "/contactEn",
          CONTACT_ZH, "/contactZh");

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

  /** Lets people change it in the console. */
  public void offer() {
    settings.offer(RETURN_DAYS, STEPS_EN, STEPS_ZH, CONTACT_EN, CONTACT_ZH);
  }

  /** As it stands. */
  public Policy read() {
    return new Policy(
        settings.number(RETURN_DAYS).map(Long::intValue).orElse(null),
        settings.text(STEPS_EN),
        settings.text(STEPS_ZH),
        settings.text(CONTACT_EN),
        settings.text(CONTACT_ZH));
  }

  /**
   * Replaces it; a text that is null becomes empty.
   *
   * @throws InvalidInputException with every fault
   * @throws io.shopkeeper.platform.boundary.ConflictException if the environment sets a part that
   *     differs
   */
  public void write(Policy policy, String by) {
    Integer days = policy.returnDays();
    Map<SettingDefinition, String> wanted = new LinkedHashMap<>();
    wanted.put(RETURN_DAYS, days == null ? "" : days.toString());
    wanted.put(STEPS_EN, clean(policy.returnStepsEn()));
    wanted.put(STEPS_ZH, clean(policy.returnStepsZh()));
    wanted.put(CONTACT_EN, clean(policy.contactEn()));
    wanted.put(CONTACT_ZH, clean(policy.contactZh()));
    List<FieldError> errors = new ArrayList<>();
    wanted.forEach(
        (setting, text) ->
            setting
                .fault(text)
                .ifPresent(
                    fault ->
                        errors.add(
                            new FieldError(POINTERS.get(setting), fault.sentence(setting)))));
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    wanted.forEach(
        (setting, text) -> {
          if (!text.equals(settings.text(setting))) {
            settings.change(setting.name(), text, by);
          }
        });
  }

  private static String clean(String text) {
    return text == null ? "" : text.strip();
  }

  private static SettingDefinition words(String name) {
    return SettingDefinition.longText(name, LONGEST).ownedBy(ChatPolicy.class);
  }
}
