package io.shopkeeper.platform.boundary;

/** Why a text cannot be a setting's value. */
public enum SettingFault {
  NOT_A_NUMBER("must be a whole number"),
  OUT_OF_RANGE("must be %s to %s"),
  TOO_LONG("is longer than %2$s characters"),
  NOT_A_SWITCH("must be true or false"),
  NOT_A_CHOICE("must be one of %3$s"),
  NOT_A_ZONE("must be a time zone such as Europe/Berlin"),
  NOT_A_CURRENCY("must be a currency by ISO 4217 such as EUR");

  private final String sentence;

  SettingFault(String sentence) {
    this.sentence = sentence;
  }

  /** What is wrong and how to mend it, for those who read the interface. */
  public String sentence(SettingDefinition setting) {
    return sentence.formatted(
        setting.least(), setting.most(), String.join(", ", setting.choices()));
  }
}
