package io.shopkeeper.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingDefinitionTest {

  @Test
  void aNumberIsWholeAndInItsRange() {
    var days = SettingDefinition.number("chat.return-days", 0, 365, 30);
    assertThat(days.defaultValue()).isEqualTo("30");
    assertThat(days.fault("0")).isEmpty();
    assertThat(days.fault("365")).isEmpty();
    assertThat(days.fault("366")).contains(SettingFault.OUT_OF_RANGE);
    assertThat(days.fault("-1")).contains(SettingFault.OUT_OF_RANGE);
    assertThat(days.fault("1.5")).contains(SettingFault.NOT_A_NUMBER);
    assertThat(days.fault("99999999999999999999")).contains(SettingFault.NOT_A_NUMBER);
    assertThat(days.fault("")).contains(SettingFault.NOT_A_NUMBER);
    assertThat(days.optional().fault("")).isEmpty();
    assertThat(SettingFault.OUT_OF_RANGE.sentence(days)).isEqualTo("must be 0 to 365");
  }

  @Test
  void aTextEndsSomewhere() {
    var text = SettingDefinition.text("chat.name", 3);
    assertThat(text.fault("abc")).isEmpty();
    assertThat(text.fault("abcd")).contains(SettingFault.TOO_LONG);
    assertThat(SettingFault.TOO_LONG.sentence(text)).isEqualTo("is longer than 3 characters");
  }

  @Test
  void aSwitchAndAChoiceAreOfTheirWords() {
    var toggle = SettingDefinition.toggle("a.b", true);
    assertThat(toggle.fault("yes")).contains(SettingFault.NOT_A_SWITCH);
    assertThat(toggle.fault("false")).isEmpty();
    var choice = SettingDefinition.choice("a.c", List.of("low", "high"));
    assertThat(choice.defaultValue()).isEqualTo("low");
    assertThat(choice.fault("medium")).contains(SettingFault.NOT_A_CHOICE);
    assertThat(SettingFault.NOT_A_CHOICE.sentence(choice)).isEqualTo("must be one of low, high");
  }

  @Test
  void itsNameSaysItsGroupAndItsVariable() {
    var setting = SettingDefinition.text("chat.contact.en", 10);
    assertThat(setting.group()).isEqualTo("chat");
    assertThat(setting.environment()).isEqualTo("SHOPKEEPER_CHAT_CONTACT_EN");
    assertThat(setting.overriddenBy("OTHER").environment()).isEqualTo("OTHER");
    assertThatThrownBy(() -> SettingDefinition.text("Chat", 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Chat");
  }
}
